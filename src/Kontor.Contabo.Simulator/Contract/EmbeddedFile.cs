using System.Text.Json;

namespace Kontor.Contabo.Simulator.Contract;

internal static class EmbeddedFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream($"Kontor.Contabo.Simulator.{name}")
            ?? throw new InvalidOperationException($"The build left {name} out.");
        return JsonSerializer.Deserialize<T>(stream, Format)!;
    }
}
