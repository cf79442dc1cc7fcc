using System.Diagnostics;

namespace Kontor.Server.Demo;

/// <summary>One of the demo's processes: what it says goes into a file, and it never outlives the demo.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly Process _process;
    private readonly Task _logged;

    private ChildProgram(Process process, string logPath)
    {
        _process = process;
        LogPath = logPath;
        _logged = Task.WhenAll(CopyAsync(process.StandardOutput, logPath + ".out"), CopyAsync(process.StandardError, logPath));
    }

    /// <summary>Gets the file with what it said.</summary>
    public string LogPath { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a program that stands beside this one.</summary>
    public static ChildProgram Start(string program, string folder, string logPath, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What is set for a real installation must not reach the demo's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("KONTOR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["KONTOR_DATA"] = folder;
        start.Environment["KONTOR_KEY_FILE"] = Path.Combine(DemoFolder.KeyFolderOf(folder), "kek-1");
        return new ChildProgram(Process.Start(start)!, logPath);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it wrote to its output.</returns>
    public async Task<string> OutputAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _logged;
        return _process.ExitCode == 0
            ? (await File.ReadAllTextAsync(LogPath + ".out", cancellationToken)).Trim()
            : throw new DemoFailedException($"{Path.GetFileName(_process.StartInfo.FileName)} ended with {_process.ExitCode}{await LastWordsAsync()}");
    }

    /// <summary>The last line it said, as the rest of a sentence.</summary>
    public async Task<string> LastWordsAsync()
    {
        // It ends before all it said has arrived here.
        if (_process.HasExited)
        {
            await _logged;
        }

        using var file = new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var last = (await reader.ReadToEndAsync()).TrimEnd().Split('\n')[^1].TrimEnd('.');
        return last.Length == 0 ? "" : $" ({last})";
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _logged;
        _process.Dispose();
    }

    /// <summary>Asks it to end, which lets it save what it keeps; a program that does not is ended.</summary>
    private async Task EndAsync()
    {
        if (!_process.HasExited)
        {
            Signals.Terminate(_process.Id);
        }

        using var patience = new CancellationTokenSource(Grace, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task CopyAsync(StreamReader from, string path)
    {
        // Appended: a program that died and is started again must not wipe out what it said before.
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await from.BaseStream.CopyToAsync(file);
    }
}
