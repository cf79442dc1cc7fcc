using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Campaigns;

/// <summary>Runs and says what came out. Exit code 1 when anything failed.</summary>
internal static class Report
{
    /// <summary>Runs a campaign.</summary>
    public static int Campaign(SeedCampaign campaign, long atLeast, bool requireCoverage, string? aim, TextWriter output)
    {
        campaign.Run((done, elapsed) => output.WriteLine($"  {done} runs in {elapsed.TotalSeconds:0} s"));
        PrintCoverage(campaign, output);
        foreach (var (seed, failure) in campaign.Failures)
        {
            output.WriteLine($"FAILED seed {seed}: {failure.Message} {failure.InnerException?.Message}");
            output.WriteLine($"  replay: ./test campaign seeds --replay {seed}{(aim is null ? "" : $" --aim {aim}")}");
        }

        var failed = campaign.Failures.Count + Missing(campaign, atLeast, requireCoverage, output);
        output.WriteLine($"{campaign.Done - campaign.Failures.Count} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    /// <summary>Runs one seed and prints every checkpoint, purchase and failure.</summary>
    public static int Replay(LifePlan plan, TextWriter output)
    {
        using var template = new Template();
        output.WriteLine(plan);
        using var life = new Life(template, plan);
        try
        {
            life.Run();
            PrintLife(life, output);
            output.WriteLine("1 passed, 0 failed");
            return 0;
        }
        catch (Exception failure) when (failure is InvariantViolated or InvalidOperationException)
        {
            PrintLife(life, output);
            output.WriteLine(failure);
            output.WriteLine("0 passed, 1 failed");
            return 1;
        }
    }

    private static int Missing(SeedCampaign campaign, long atLeast, bool requireCoverage, TextWriter output)
    {
        var missing = campaign.Recording.Failures.Select(failure => $"the recording {failure}").ToList();
        if (campaign.Done < atLeast && campaign.Failures.Count == 0)
        {
            missing.Add($"only {campaign.Done} runs, {atLeast} are required");
        }

        if (requireCoverage)
        {
            missing.AddRange(campaign.Coverage.NeverStruck.Select(name => $"the process never died at {name}"));
            missing.AddRange(campaign.Coverage.NeverFired.Select(one => $"{one} never happened"));
        }

        missing.ForEach(line => output.WriteLine($"FAILED: {line}"));
        return missing.Count;
    }

    private static void PrintCoverage(SeedCampaign campaign, TextWriter output)
    {
        output.WriteLine("Deaths by crash point:");
        foreach (var (name, count) in campaign.Coverage.Crashes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {count,6}  {name}");
        }

        output.WriteLine("Misbehaviours of the provider:");
        foreach (var (misbehaviour, count) in campaign.Coverage.Faults.OrderBy(pair => pair.Key))
        {
            output.WriteLine($"  {count,6}  {misbehaviour}");
        }
    }

    private static void PrintLife(Life life, TextWriter output)
    {
        for (var number = 0; number < life.Crash.Passed.Count; number++)
        {
            output.WriteLine($"  {number,4} {life.Crash.Passed[number]}");
        }

        foreach (var request in life.World.Cloud.Requests)
        {
            output.WriteLine($"  {request}");
        }

        foreach (var purchase in life.World.Cloud.PurchaseLog)
        {
            output.WriteLine($"  {purchase}");
        }
    }
}
