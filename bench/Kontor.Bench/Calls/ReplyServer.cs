using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Bench.Calls;

/// <summary>Answers with recorded bytes and does nothing else, so that what is measured is the caller.</summary>
internal sealed class ReplyServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReplyServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ReplyServer> StartAsync(RecordedReplies replies)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, replies));
        await app.StartAsync();
        return new ReplyServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, RecordedReplies replies)
    {
        var path = context.Request.Path.Value!;
        var body = path.EndsWith("/token", StringComparison.Ordinal) ? replies.Token
            : path.EndsWith("/instances", StringComparison.Ordinal) ? replies.Page
            : replies.One;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
