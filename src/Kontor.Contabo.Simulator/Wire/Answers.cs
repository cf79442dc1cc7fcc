using System.Text.Json;

namespace Kontor.Contabo.Simulator.Wire;

/// <summary>Builds answers in the provider's shapes.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    public static CloudResponse NoContent { get; } = new(204, Json, default);

    public static CloudResponse Of<T>(int status, T body) => new(status, Json, JsonSerializer.SerializeToUtf8Bytes(body, CloudJson.Options));

    public static CloudResponse Single<T>(int status, T data, string self) =>
        Of(status, new SingleEnvelope<T>([data], new SelfLink(self)));

    public static CloudResponse LinksOnly(int status, IReadOnlyDictionary<string, string> links) => Of(status, new LinksEnvelope(links));

    public static CloudResponse Refusal(int status, string message) => Of(status, new TextRefusal(status, message));

    public static CloudResponse Refusal(int status, IReadOnlyList<string> messages) => Of(status, new ListRefusal(status, messages));

    /// <summary>The gateway in front of the application answers in a form of its own.</summary>
    public static CloudResponse FromGateway(int status, string message) => Of(status, new GatewayRefusal(message));

    // Source: texts seen by users of the official CLI (role of tags, images, secrets).
    public static CloudResponse Missing(string entity, string key) => Refusal(404, $"Entry {entity} not found by {key}");

    // Source: ISSUE reports of 2022 to 2024.
    public static CloudResponse ServerError() => Refusal(500, "Internal Server Error, retry or contact support");

    public static CloudResponse Unauthorized() => Refusal(401, "Unauthorized");
}
