using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kontor.Server.Common;

/// <summary>Adds to each operation the scope it asks for, the header it demands and the limits of its page.</summary>
internal static class ApiDocumentOperations
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }
        else if (metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } scope && scope != Tenancy.ScopePolicies.AnyKey)
        {
            operation.Description = $"Needs the scope `{scope}`.";
        }

        if (metadata.OfType<MethodInfo>().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IdempotencyHeader))))
        {
            (operation.Parameters ??= []).Add(IdempotencyKey());
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == "limit"))
        {
            parameter.Schema = Limit(metadata.OfType<IEndpointNameMetadata>().Single().EndpointName);
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = IdempotencyHeader.Name,
        In = ParameterLocation.Header,
        Required = true,
        Description = "Names this request; the same key only to repeat it.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyHeader.MaxLength },
    };

    private static OpenApiSchema Limit(string endpoint) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = "1",
        Maximum = (endpoint == "ReadEvents" ? Engine.Storage.Outbox.MaxPage : PageQuery.MaxLimit).ToString(CultureInfo.InvariantCulture),
    };
}
