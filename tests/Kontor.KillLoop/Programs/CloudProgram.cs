using System.Globalization;

namespace Kontor.KillLoop.Programs;

/// <summary>The simulated cloud: it stays up while Kontor dies, and is the oracle.</summary>
internal sealed class CloudProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly ChildProgram _program;
    private readonly Dictionary<string, string> _access;

    private CloudProgram(ChildProgram program, Dictionary<string, string> access) => (_program, _access) = (program, access);

    public Uri Address => new(_access["API"]);

    /// <summary>Gets with which exit code it ended; null while it runs, as it should.</summary>
    public int? EndedWith => _program.HasExited ? _program.ExitCode : null;

    /// <summary>Starts one, with its time running <paramref name="speed"/> times as fast as ours.</summary>
    public static async Task<CloudProgram> StartAsync(double speed, long seed, string folder)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var program = ChildProgram.Start(
            "kontor-simulator",
            ["--port", "0", "--speed", speed.ToString(CultureInfo.InvariantCulture), "--seed", $"{seed}"],
            new Dictionary<string, string>(),
            Path.Combine(folder, "simulator.log"),
            line => ready.TrySetResult(line));
        // ready: API http://… token http://… client … and so on, name and value in turn.
        var words = (await ready.Task.WaitAsync(Patience, TimeProvider.System)).Split(' ');
        return new CloudProgram(program, words.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
    }

    /// <summary>The settings of a Kontor that buys here and goes by the time here.</summary>
    public IEnumerable<(string Key, string Value)> Settings() =>
    [
        ("Simulated", "true"),
        ("SimulatedClock", Address.ToString()),
        ("Contabo__Accounts__main__ApiUrl", Address.ToString()),
        ("Contabo__Accounts__main__TokenUrl", _access["token"]),
        ("Contabo__Accounts__main__ClientId", _access["client"]),
        ("Contabo__Accounts__main__ClientSecret", _access["secret"]),
        ("Contabo__Accounts__main__ApiUser", _access["user"]),
        ("Contabo__Accounts__main__ApiPassword", _access["password"]),
    ];

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
