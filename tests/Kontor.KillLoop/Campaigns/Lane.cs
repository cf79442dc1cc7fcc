using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Programs;
using Kontor.KillLoop.Selling;
using Kontor.KillLoop.Verdicts;

namespace Kontor.KillLoop.Campaigns;

/// <summary>One cloud, one database and one shop, and the processes of Kontor that live and die on them, one after the other.</summary>
internal sealed class Lane : IAsyncDisposable
{
    /// <summary>How long a process may take to reach the place where it is to die, besides twice its start; then it is killed wherever it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly CloudProgram _program;
    private readonly CloudControl _cloud;
    private readonly KontorInstallation _installation;
    private readonly Shop _shop = new();
    private readonly Operator _staff;
    private readonly Situations _situations;
    private readonly Random _random;
    private readonly KillPoints _points;
    private readonly Results _results;
    private readonly string _name;
    private string _apiKey = "";
    private bool _leftOpenIntent;
    private int _complaintsSeen;

    private Lane(CloudProgram program, string name, string folder, Random random, KillPoints points, Results results)
    {
        (_program, _name, _random, _points, _results) = (program, name, random, points, results);
        _cloud = new CloudControl(program.Address);
        _installation = new KontorInstallation(program, folder);
        _staff = new Operator(_cloud, _shop);
        _situations = new Situations(_cloud, _shop, _staff, random);
    }

    public static async Task<Lane> StartAsync(CampaignPlan plan, int number, KillPoints points, Results results)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"lane-{number}")).FullName;
        var seed = (plan.Seed * 31) + number;
        var program = await CloudProgram.StartAsync(plan.Speed, seed, folder);
        return new Lane(program, $"lane {number}", folder, new Random((int)(seed % int.MaxValue)), points, results);
    }

    /// <summary>Gets why it cannot go on; null while its cloud is there.</summary>
    public string? Broken => _program.EndedWith is { } exitCode ? $"the simulated cloud ended with exit code {exitCode}" : null;

    /// <summary>Dies at its first starts, and has an API key at the end.</summary>
    public async Task BeginAsync(IEnumerable<KillTarget> firstStarts)
    {
        foreach (var target in firstStarts)
        {
            await DieAsync(target);
        }

        var (exitCode, output) = await _installation.RunAsync("keys", "create", "--name", "campaign", "--source", "shop", "--scopes", "all");
        _apiKey = exitCode == 0 ? output.Trim() : throw new InvalidOperationException($"keys create ended with {exitCode}; its words are in kontor.log.");
    }

    /// <summary>Lives once without dying, through everything that can be arranged, so that all checkpoints are known.</summary>
    public Task RecordAsync() => new Rehearsal(_cloud, _shop, _staff, _situations, _points, _results)
        .RunAsync(_installation, _apiKey, _name);

    /// <summary>One more process, and its death.</summary>
    public Task DieAsync() => DieAsync(_points.Next(_random, _leftOpenIntent));

    /// <summary>A process that is left alone until all is done, and what must hold then.</summary>
    public Task SettleAsync() => new Settlement(_cloud, _shop, _staff, _results).RunAsync(_installation, _apiKey, _name);

    public async ValueTask DisposeAsync()
    {
        _cloud.Dispose();
        await _program.DisposeAsync();
    }

    private async Task DieAsync(KillTarget target)
    {
        await _cloud.BehaveAsync();
        var fired = await FiredAsync(target);
        await using var process = target.IsCheckpoint ? _installation.Start(target.Name, target.Number) : _installation.Start();
        var alarm = KillAfterAsync(process, target.After ?? Timeout.InfiniteTimeSpan);
        var faults = await LiveAsync(process, target, fired);
        await process.KillAsync();
        await alarm;
        var struck = target.Provoked is not null && await FiredAsync(target) > fired ? target.Name : process.Struck;
        Note(process, target, struck);
        _results.Tally.Count(
            $"{_name}, killed at {struck ?? "any moment"}, meant was {target}",
            [.. faults, .. DeathFaults(process), .. await Oracle.FaultsAsync(_cloud, _shop), .. NewComplaints()]);
    }

    private async Task<IReadOnlyCollection<string>> LiveAsync(KontorProcess process, KillTarget target, int fired)
    {
        if (await process.ReadyAsync() is not { } address || _apiKey.Length == 0)
        {
            await Task.WhenAny(process.Ended, Task.Delay(Patience, TimeProvider.System));
            return [];
        }

        using var life = new Life(process, address, _apiKey, _cloud, _shop, _staff);
        return await life.LiveAsync(
            one => ArrangeAsync(one, target),
            Patience + (2 * process.StartedIn!.Value),
            async () => target.Provoked is { } call && await life.HasFiredAsync(call, fired));
    }

    private async Task ArrangeAsync(Life life, KillTarget target)
    {
        _shop.Sell();
        if (_random.Next(2) == 0)
        {
            await life.ArrangeAsync(_situations, "terminate.target");
        }

        await (target.Provoked is { } call ? _situations.ProvokeAsync(call) : life.ArrangeAsync(_situations, target.Fact));
    }

    private void Note(KontorProcess process, KillTarget target, string? struck)
    {
        _points.Learn(process.Passed);
        _points.Strike(struck ?? (target.After is null ? "any moment (did not get there in time)" : target.Name));
        _results.Started(process.StartedIn);
        // Sent or about to be sent, and nothing about it written: the next process finds an intent without a sender.
        _leftOpenIntent = struck is "create.intent/committed" or "create.bought/before" or "create.bought/uncommitted"
            || struck?.StartsWith("create.call/", StringComparison.Ordinal) == true;
    }

    private static string[] DeathFaults(KontorProcess process) => process.WasKilled ? [] : [$"the process ended by itself with exit code {process.ExitCode}"];

    private List<string> NewComplaints()
    {
        var complaints = _shop.Complaints.Skip(_complaintsSeen).ToList();
        _complaintsSeen = _shop.Complaints.Count;
        return complaints;
    }

    private async Task<int> FiredAsync(KillTarget target) =>
        target.Provoked is { } call ? await _cloud.FiredAsync(call.Operation, call.Misbehaviour) : 0;

    private static async Task KillAfterAsync(KontorProcess process, TimeSpan after)
    {
        await Task.WhenAny(process.Ended, Task.Delay(after, TimeProvider.System));
        await process.KillAsync();
    }
}
