using Kontor.Engine.Tenancy;
using Kontor.Server.Common;

namespace Kontor.Server.Tenancy;

/// <summary>The right that whoever calls an endpoint must have.</summary>
/// <param name="Right">The right.</param>
internal sealed record NeededRight(Right Right)
{
    /// <summary>The right an endpoint needs; one that names none is closed to customers.</summary>
    public static Right Of(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NeededRight>()?.Right ?? Right.Other;
}

/// <summary>The door's own look at the rights: before anything of the request is read, and whatever stands behind it.</summary>
internal static class RightsAtTheDoor
{
    /// <summary>Names the right that an endpoint needs.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededRight(right));

    public static ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Caller.Of(context.HttpContext);
        var refusal = caller.Refusal ?? Rights.RefusalOf(caller.Actor, NeededRight.Of(context.HttpContext.GetEndpoint()));
        return refusal is { } problem ? ValueTask.FromResult<object?>(problem.ToHttp()) : next(context);
    }
}
