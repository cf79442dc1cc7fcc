using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kontor.Server.Common;

/// <summary>Describes the types that have a form of their own on the wire.</summary>
internal static class ApiDocumentSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var nullable = Nullable.GetUnderlyingType(type) is null ? 0 : JsonSchemaType.Null;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(decimal))
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String | nullable, null, @"^-?\d+(\.\d+)?$");
        }
        else if (value == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String | nullable, "date-time");
        }

        return Task.CompletedTask;
    }
}
