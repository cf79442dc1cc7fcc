using System.Diagnostics;
using System.Reflection;
using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;

namespace Kontor.Server.Tenancy;

/// <summary>Who sent the request, by its API key, and for which of its clients.</summary>
/// <param name="Key">The key.</param>
/// <param name="For">The client it asks for; null when it asks for itself.</param>
/// <param name="Address">The network address it came from.</param>
internal sealed record Caller(ApiKey Key, Result<ActingFor?> For, string? Address) : IRefusable, IBindableFromHttpContext<Caller>
{
    /// <summary>Gets what is wrong with what it says about the client.</summary>
    public Problem? Refusal => For.Problem;

    /// <summary>Gets the source it speaks for, and whose rows alone it may see; null for staff, who see all.</summary>
    public string? Source => Key.Source;

    /// <summary>Gets it as the engine knows it; there when nothing was refused.</summary>
    public Actor Actor => new(
        ActorKind.ApiKey,
        Key.Id,
        Key.Source,
        For.Value?.Client,
        For.Value?.User,
        For.Value?.Permissions,
        For.Value?.Admin,
        Masquerade: For.Value?.Admin is not null,
        Address);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Caller?>(Of(context));

    public static Caller Of(HttpContext context)
    {
        var key = context.Features.Get<ApiKey>() ?? throw new UnreachableException("An endpoint with a caller let a request in without a key.");
        return new Caller(key, ActingFor.Read(context.Request.Headers, key), context.Connection.RemoteIpAddress?.ToString());
    }
}
