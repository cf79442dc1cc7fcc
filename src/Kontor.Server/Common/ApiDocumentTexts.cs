using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kontor.Server.Common;

/// <summary>Turns what the records say to programmers of C# into what they say to everyone.</summary>
internal static class ApiDocumentTexts
{
    private static readonly string[] Openings = ["Gets or sets ", "Gets "];

    /// <summary>Records that stand in requests too: there, a field that is not known is refused.</summary>
    private static readonly string[] SentToo = ["MoneyAmount", "SoldPrice", "SubjectFingerprint"];

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is OpenApiSchema record)
            {
                // Later versions answer with more fields, and nobody may rely on there being none.
                record.AdditionalPropertiesAllowed |= !name.EndsWith("Request", StringComparison.Ordinal) && !SentToo.Contains(name);
            }

            foreach (var property in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Values)
            {
                property.Description = Plain(property.Description);
            }
        }

        return Task.CompletedTask;
    }

    private static string? Plain(string? text) =>
        text is not null && Openings.FirstOrDefault(opening => text.StartsWith(opening, StringComparison.Ordinal)) is { } opening
            ? char.ToUpperInvariant(text[opening.Length]) + text[(opening.Length + 1)..]
            : text;
}
