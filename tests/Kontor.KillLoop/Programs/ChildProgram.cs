using System.Diagnostics;

namespace Kontor.KillLoop.Programs;

/// <summary>A process of the campaign: each line of its output is handed on, its errors go into a file, and it never outlives the campaign.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    /// <summary>How .NET shows an end by SIGKILL.</summary>
    private const int KilledExitCode = 128 + 9;

    private readonly Process _process;
    private readonly Task _read;

    private ChildProgram(Process process, string logPath, Action<string> onLine)
    {
        _process = process;
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
        _read = Task.WhenAll(ReadAsync(process.StandardOutput, onLine), AppendAsync(process.StandardError, logPath));
    }

    /// <summary>Gets the end of the process, when all that it said was read.</summary>
    public Task Ended => EndAsync();

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Gets whether it ended by SIGKILL, its own or ours.</summary>
    public bool WasKilled => _process.ExitCode == KilledExitCode;

    /// <summary>Starts a program that stands beside this one.</summary>
    public static ChildProgram Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string logPath, Action<string> onLine)
    {
        var start = new ProcessStartInfo(DotNet, [Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What is set for a real installation must not reach the campaign's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("KONTOR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProgram(Process.Start(start)!, logPath, onLine);
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await Ended;
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        _process.Dispose();
    }

    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static async Task ReadAsync(StreamReader from, Action<string> onLine)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }

    private static async Task AppendAsync(StreamReader from, string path)
    {
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await from.BaseStream.CopyToAsync(file);
    }

    /// <summary>Whoever stops the campaign stops its programs too.</summary>
    private void KillOnExit(object? sender, EventArgs e) => _process.Kill();

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _read;
    }
}
