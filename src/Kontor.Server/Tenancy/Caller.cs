using System.Diagnostics;
using System.Reflection;
using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;

namespace Kontor.Server.Tenancy;

/// <summary>Who sent the request, by its API key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Address">The network address it came from.</param>
internal sealed record Caller(ApiKey Key, string? Address) : IBindableFromHttpContext<Caller>
{
    /// <summary>Gets the source it speaks for, and whose rows alone it may see; null for staff, who see all.</summary>
    public string? Source => Key.Source;

    public Actor Actor => new(ActorKind.ApiKey, Key.Id, Key.Source, Address: Address);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Caller?>(Of(context));

    public static Caller Of(HttpContext context) => new(
        context.Features.Get<ApiKey>() ?? throw new UnreachableException("An endpoint with a caller let a request in without a key."),
        context.Connection.RemoteIpAddress?.ToString());
}
