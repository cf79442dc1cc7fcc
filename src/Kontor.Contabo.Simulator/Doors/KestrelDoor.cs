using Microsoft.AspNetCore.Http.Features;

namespace Kontor.Contabo.Simulator.Doors;

/// <summary>The cloud behind real sockets: translates, delivers as told, and knows nothing else.</summary>
internal static class KestrelDoor
{
    /// <summary>How long an answer that never comes keeps a connection open when its client does not leave.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    public static async Task ServeAsync(SimulatedCloud cloud, HttpContext context)
    {
        var reply = cloud.Handle(await ReadAsync(context));
        switch (reply.Delivery)
        {
            case CloudDelivery.Answer:
                await WriteAsync(context, reply.Response!);
                break;
            case CloudDelivery.Silence:
                await StaySilentAsync(context);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static async Task<CloudRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var split = target.IndexOf('?', StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        return new CloudRequest(
            request.Method, split < 0 ? target : target[..split], split < 0 ? "" : target[split..], headers, await BodyAsync(context));
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return [];
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static async Task WriteAsync(HttpContext context, CloudResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!answer.Body.IsEmpty)
        {
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    private static async Task StaySilentAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(LongestSilence, TimeProvider.System, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client gave up, which is what this was for.
        }

        context.Abort();
    }
}
