namespace Kontor.KillLoop.Programs;

/// <summary>One life of Kontor, from its start to its SIGKILL.</summary>
internal sealed class KontorProcess : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<string> _passed = [];
    private readonly ChildProgram _program;
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();

    public KontorProcess(IReadOnlyDictionary<string, string> environment, string logPath) =>
        _program = ChildProgram.Start("kontor-kill-host", [], environment, logPath, Hear);

    /// <summary>Gets the checkpoint at which it killed itself; null when it did not.</summary>
    public string? Struck { get; private set; }

    /// <summary>Gets how long it took to answer; null when it did not live to.</summary>
    public TimeSpan? StartedIn { get; private set; }

    public bool HasEnded => _program.HasExited;

    public Task Ended => _program.Ended;

    public bool WasKilled => _program.WasKilled;

    public int ExitCode => _program.ExitCode;

    /// <summary>Gets the checkpoints it passed, in order.</summary>
    public IReadOnlyList<string> Passed
    {
        get
        {
            lock (_gate)
            {
                return [.. _passed];
            }
        }
    }

    /// <summary>Waits until it answers.</summary>
    /// <returns>Its address; null when it died before.</returns>
    public async Task<Uri?> ReadyAsync()
    {
        await Task.WhenAny(_ready.Task, _program.Ended);
        return _ready.Task.IsCompletedSuccessfully && !HasEnded ? await _ready.Task : null;
    }

    /// <summary>SIGKILL from outside, if it still lives, and waits for the end.</summary>
    public async Task KillAsync()
    {
        if (!HasEnded)
        {
            _program.Kill();
        }

        await _program.Ended;
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private void Hear(string line)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        switch (word)
        {
            case "passed":
                lock (_gate)
                {
                    _passed.Add(rest);
                }

                break;
            case "struck":
                Struck = rest;
                break;
            case "ready":
                StartedIn = TimeProvider.System.GetElapsedTime(_startedAt);
                _ready.TrySetResult(new Uri(rest));
                break;
        }
    }
}
