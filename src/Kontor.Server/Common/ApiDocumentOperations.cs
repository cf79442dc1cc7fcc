using System.Globalization;
using System.Reflection;
using Kontor.Engine.Tenancy;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kontor.Server.Common;

/// <summary>Adds to each operation the scope it asks for, the header it demands and the limits of its page.</summary>
internal static class ApiDocumentOperations
{
    private static readonly (string Name, string Text)[] ForClients =
    [
        (ActingFor.ClientHeader, "The client for whom a source asks, by its id there; nothing but that client's is seen or touched."),
        (ActingFor.UserHeader, "The client's user, by its id there; kept in the audit trail."),
        (ActingFor.PermissionsHeader, $"The rights of that user, a comma between each two: {string.Join(", ", Rights.OfCustomers)}. Left out, all of them."),
        (ActingFor.MasqueradeHeader, "The administrator who acts as the client, by id; sees no secret."),
    ];

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }
        else if (metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } scope && scope != ScopePolicies.AnyKey)
        {
            operation.Description = $"Needs the scope `{scope}`.";
        }

        if (metadata.OfType<MethodInfo>().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IdempotencyHeader))))
        {
            (operation.Parameters ??= []).Add(IdempotencyKey());
        }

        if (metadata.OfType<NeededRight>().LastOrDefault() is { } needed && Rights.OfCustomers.Contains(Rights.NameOf(needed.Right)))
        {
            operation.Description += $" A client of the shop needs the right `{Rights.NameOf(needed.Right)}`.";
            foreach (var (name, text) in ForClients)
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = text, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
            }
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
