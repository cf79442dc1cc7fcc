namespace Kontor.KillLoop.Campaigns;

/// <summary>Kills so many processes of Kontor, in lanes side by side, and judges what is left.</summary>
internal sealed class KillCampaign(CampaignPlan plan)
{
    /// <summary>One place in so many deaths must be another than all before.</summary>
    private const int LeastSpread = 3;

    private readonly KillPoints _points = new();
    private readonly Results _results = new();
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private int _left = plan.Cycles;

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_startedAt);

    /// <summary>Runs it and reports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TextWriter output)
    {
        await Task.WhenAll(Enumerable.Range(0, plan.Lanes).Select(number => RunLaneAsync(number, output)));
        _results.Tally.Count("the deaths are spread over all that can be cut short", SpreadFaults());
        foreach (var (name, count) in _points.Struck)
        {
            output.WriteLine($"  {count,4}  {name}");
        }

        foreach (var name in _points.NeverStruck)
        {
            output.WriteLine($"     -  {name}");
        }

        Conclude(output);
        return _results.Tally.Failures.Count == 0 ? 0 : 1;
    }

    private void Conclude(TextWriter output)
    {
        foreach (var failure in _results.Tally.Failures)
        {
            output.WriteLine($"FAILED {failure}");
            output.WriteLine($"  replay: ./test campaign kills --cycles {plan.Cycles} --seed {plan.Seed}; logs: {plan.Folder}");
        }

        var kills = _points.Struck.Values.Sum();
        output.WriteLine($"{kills} processes killed at {_points.Struck.Count} different places in {Elapsed.TotalSeconds:0} s, seed {plan.Seed}");
        output.WriteLine($"{_results.Sales} sales, {_results.Purchases} purchases, {_results.Duplicates} duplicates, {_results.Lost} lost");
        output.WriteLine($"recovery: {_results.Recovery()}");
        output.WriteLine($"{_results.Tally.Passed} passed, {_results.Tally.Failures.Count} failed");
    }

    private async Task RunLaneAsync(int number, TextWriter output)
    {
        await using var lane = await Lane.StartAsync(plan, number, _points, _results);
        try
        {
            await RunLaneAsync(lane, number, output);
        }
        catch (HttpRequestException) when (lane.Broken is { } reason)
        {
            // Without its oracle a lane proves nothing.
            _results.Tally.Count($"lane {number}", [reason]);
        }
    }

    private async Task RunLaneAsync(Lane lane, int number, TextWriter output)
    {
        await lane.BeginAsync(FirstStarts.Of(new Random(plan.Seed)).Where((_, index) => index % plan.Lanes == number).TakeWhile(_ => IsLeft()));
        if (number == 0)
        {
            await lane.RecordAsync();
        }

        while (IsLeft())
        {
            await lane.DieAsync();
            output.WriteLine($"  lane {number}: {_results.Tally.Passed + _results.Tally.Failures.Count} tests in {Elapsed.TotalSeconds:0} s");
        }

        await lane.SettleAsync();
    }

    /// <summary>A machine so slow that hardly a place was reached in time would prove little.</summary>
    private string[] SpreadFaults() => _points.Struck.Count * LeastSpread >= plan.Cycles
        ? []
        : [$"only {_points.Struck.Count} different places in {plan.Cycles} deaths"];

    private bool IsLeft() => Interlocked.Decrement(ref _left) >= 0;
}
