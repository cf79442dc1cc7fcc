namespace Kontor.KillLoop.Programs;

/// <summary>One database file and the settings with which one process after the other runs on it.</summary>
internal sealed class KontorInstallation(CloudProgram cloud, string folder)
{
    /// <summary>
    /// Time runs so fast that a stall of this machine is minutes long: the waits for answers are as long as they may be, all
    /// other waits as short.
    /// </summary>
    private static readonly (string Key, string Value)[] Pace =
    [
        ("Listen", "http://127.0.0.1:0"),
        ("Contabo__Accounts__main__ReadTimeout", "00:05:00"),
        ("Contabo__Accounts__main__ReadRetries", "1"),
        ("Contabo__Accounts__main__RequestsPerSecond", "100000"),
        ("Contabo__Accounts__main__ConcurrentRequests", "1000"),
        ("Purchasing__OrderTimeout", "00:02:00"),
        ("Purchasing__Settling", "00:01:00"),
        // Whoever dies a hundred times has more than three outcomes to look up.
        ("Purchasing__UnknownHold", "1000"),
        ("Purchasing__HoldEvery", "00:00:20"),
        ("Purchasing__WaitEvery", "00:00:20"),
        ("Purchasing__WatchEvery", "00:00:20"),
        ("Purchasing__CancelGrace", "00:01:00"),
        ("Purchasing__AnnounceEvery", "00:01:00"),
        ("Purchasing__ProvisioningDeadline", "1.00:00:00"),
        ("Purchasing__MarkingDeadline", "1.00:00:00"),
        ("Operations__Workers", "2"),
        ("Operations__Lease", "00:00:30"),
        ("Operations__SweepEvery", "00:00:10"),
        ("Sweep__Every", "00:00:45"),
    ];

    private readonly string _log = Path.Combine(folder, "kontor.log");

    /// <summary>Starts a server that kills itself at a checkpoint, or runs until it is killed.</summary>
    public KontorProcess Start(string? killAt = null, int number = 1)
    {
        var environment = Environment();
        environment["KILL_AT"] = killAt ?? "";
        environment["KILL_NUMBER"] = $"{number}";
        return new KontorProcess(environment, _log);
    }

    /// <summary>Runs a verb of the real program on the same database.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] verb)
    {
        var lines = new List<string>();
        await using var program = ChildProgram.Start("kontor-server", verb, Environment(), _log, lines.Add);
        await program.Ended;
        return (program.ExitCode, string.Join('\n', lines));
    }

    private Dictionary<string, string> Environment()
    {
        var environment = Pace.Concat(cloud.Settings()).ToDictionary(setting => $"KONTOR__{setting.Key}", setting => setting.Value);
        environment["KONTOR_DATA"] = folder;
        environment["KONTOR_KEY_FILE"] = Path.Combine(folder + "-key", "kek-1");
        // A process that dies within seconds never earns back what compiling its hot code once more would cost.
        environment["DOTNET_TC_CallCountingDelayMs"] = "100000";
        return environment;
    }
}
