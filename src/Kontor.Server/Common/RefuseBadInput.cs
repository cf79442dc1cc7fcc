using System.Reflection;
using Kontor.Engine.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Common;

/// <summary>Answers bad input before the endpoint runs: unknown query parameters, and whatever its parameters refuse.</summary>
internal static class RefuseBadInput
{
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var known = endpoint.MethodInfo.GetParameters().SelectMany(QueryNames).ToList();
        return context => Refusal(context, known) is { } problem
            ? ValueTask.FromResult<object?>(problem.ToHttp())
            : next(context);
    }

    private static Problem? Refusal(EndpointFilterInvocationContext context, List<string> known)
    {
        // A misspelt filter would show everything as if it had matched.
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name));
        return unknown is not null
            ? HttpProblems.ParameterUnknown(unknown, known)
            : context.Arguments.OfType<IRefusable>().Select(argument => argument.Refusal).FirstOrDefault(problem => problem is not null);
    }

    private static IEnumerable<string> QueryNames(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? []
            : parameter.ParameterType.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();
}
