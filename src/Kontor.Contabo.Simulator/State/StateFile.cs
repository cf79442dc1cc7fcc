using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kontor.Contabo.Simulator.Clock;

namespace Kontor.Contabo.Simulator.State;

/// <summary>The file is no state of a simulator, no longer a whole one, or cannot be written.</summary>
public sealed class StateFileException(string message) : Exception(message);

/// <summary>The whole state as one JSON file: replaced at once or not at all, and refused unless whole.</summary>
internal sealed class StateFile(string path)
{
    private const string Format = "kontor-simulator-state-2";

    /// <summary>Written before there were snapshots, custom images and tasks; it has none.</summary>
    private const string FirstFormat = "kontor-simulator-state-1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public SimulatorState? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        return Read() ?? throw new StateFileException(
            $"{path} is not a whole state file of this simulator; move it away, or name another file with --state.");
    }

    public void Save(SimulatorState state)
    {
        try
        {
            Replace(state);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StateFileException($"{path} cannot be written ({wrong.Message}); free the place, or name another file with --state.");
        }
    }

    private void Replace(SimulatorState state)
    {
        var body = JsonSerializer.SerializeToElement(state, Json);
        var partial = path + ".partial";
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, new Wrapping(Format, Checksum(body), body), Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    private SimulatorState? Read()
    {
        try
        {
            using var stream = File.OpenRead(path);
            var wrapping = JsonSerializer.Deserialize<Wrapping>(stream, Json);
            return wrapping is { Format: Format or FirstFormat } && wrapping.Checksum == Checksum(wrapping.State)
                ? wrapping.State.Deserialize<SimulatorState>(Json)
                : null;
        }
        catch (JsonException)
        {
            // Null says it: the caller turns it into the sentence that names the file.
            return null;
        }
    }

    private static string Checksum(JsonElement state) =>
        state.ValueKind == JsonValueKind.Undefined ? "" : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(state)));

    private sealed record Wrapping(string Format, string Checksum, JsonElement State);
}

internal sealed record SimulatorState(ClockSetting Clock, CloudSnapshot Cloud);
