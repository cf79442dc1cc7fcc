using System.Reflection;
using Kontor.Engine.Common;
using Kontor.Server.Common;

namespace Kontor.Server.Tenancy;

/// <summary>A caller that speaks for a source, and so may sell.</summary>
/// <param name="Caller">Who sent the request.</param>
internal sealed record Seller(Caller Caller) : IRefusable, IBindableFromHttpContext<Seller>
{
    public Problem? Refusal => Caller.Refusal ?? (Caller.Source is null ? HttpProblems.SourceRequired() : null);

    /// <summary>Gets the source; there when nothing was refused.</summary>
    public string Source => Caller.Source!;

    public Actor Actor => Caller.Actor;

    public static ValueTask<Seller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Seller?>(new Seller(Caller.Of(context)));
}
