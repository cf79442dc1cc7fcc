using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kontor.Server.Common;

/// <summary>The description of the API: its title, its keys, and what the framework cannot see by itself.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Scheme = "apiKey";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer(DescribeAsync);
        options.AddDocumentTransformer(ApiDocumentTexts.DescribeAsync);
        options.AddOperationTransformer(ApiDocumentOperations.DescribeAsync);
        options.AddSchemaTransformer(ApiDocumentSchemas.DescribeAsync);
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kontor",
            Version = Name,
            Description = "Buys exactly one machine for one order. Errors are RFC 9457 problems; docs/reference/problems.md lists their codes.",
        };
        // Where it answers is a setting of each installation, not part of the API.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, kontor_..., made with 'kontor keys create'.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
