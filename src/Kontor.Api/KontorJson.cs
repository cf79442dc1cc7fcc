using System.Text.Json;

namespace Kontor.Api;

/// <summary>How the records of the REST API are written and read.</summary>
public static class KontorJson
{
    /// <summary>Gets the options: camelCase, enums by name, decimals as text, instants in UTC, no reflection. Read-only.</summary>
    public static JsonSerializerOptions Options => ApiJsonContext.Default.Options;
}
