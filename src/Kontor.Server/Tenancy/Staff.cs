using System.Reflection;
using Kontor.Engine.Common;
using Kontor.Server.Common;

namespace Kontor.Server.Tenancy;

/// <summary>A caller that speaks for no source, and so sees all of them.</summary>
/// <param name="Caller">Who sent the request.</param>
internal sealed record Staff(Caller Caller) : IRefusable, IBindableFromHttpContext<Staff>
{
    public Problem? Refusal => Caller.Source is null ? null : HttpProblems.StaffRequired();

    public Actor Actor => Caller.Actor;

    public static ValueTask<Staff?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Staff?>(new Staff(Caller.Of(context)));
}
