using System.Text.Json;
using System.Text.Json.Serialization;
using Kontor.Api;

namespace Kontor.Server.Common;

/// <summary>How requests are read: names exactly, numbers as numbers, nothing unknown. A client reads answers more leniently.</summary>
internal static class StrictJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(KontorJson.Options);
        Tighten(options);
        options.MakeReadOnly();
        return options;
    }

    public static void Tighten(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
    }
}
