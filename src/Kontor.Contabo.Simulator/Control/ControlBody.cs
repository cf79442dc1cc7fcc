using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Simulator.Control;

/// <summary>A refusal of the control API: one sentence.</summary>
internal sealed record ControlError(string Error);

/// <summary>Reads control bodies: a field nobody knows is an error, because a misspelt wish must not pass for a granted one.</summary>
internal static class ControlBody
{
    public static JsonSerializerOptions Json { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    /// <summary>Hands the body to the action, or answers why it cannot be read.</summary>
    public static async Task<IResult> WithAsync<T>(HttpRequest request, Func<T, IResult> act)
        where T : class
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return Problem<T>(document.RootElement) is { } problem ? Refuse(problem) : act(document.RootElement.Deserialize<T>(Json)!);
        }
        catch (JsonException wrong)
        {
            return Refuse(wrong.Path is { Length: > 2 } path ? $"Field '{path[2..]}' has a value that does not fit." : "The body is not JSON.");
        }
    }

    public static IResult Refuse(string sentence, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new ControlError(sentence), Json, statusCode: status);

    private static string? Problem<T>(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "The body must be a JSON object.";
        }

        var known = typeof(T).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToList();
        var unknown = body.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !known.Contains(name));
        return unknown is null ? null : $"There is no field '{unknown}'; known: {string.Join(", ", known)}.";
    }
}
