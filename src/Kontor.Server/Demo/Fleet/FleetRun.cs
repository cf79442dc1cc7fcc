using System.Diagnostics;

namespace Kontor.Server.Demo.Fleet;

/// <summary>Many lives side by side, a cloud that misbehaves, and staff that decides what waits for a person.</summary>
internal sealed class FleetRun(DemoWorld world, FleetPlan plan, DemoReport report)
{
    /// <summary>Simulated seconds in a real one; <see cref="DemoSettings"/> has the waits that go with it.</summary>
    private const double Speed = 300;

    private const double FaultRate = 0.05;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(3);

    /// <summary>Lives them all.</summary>
    /// <returns>Whether purchase log, orders and ledger agree.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var baseline = await Baseline.TakeAsync(world, cancellationToken);
        var orders = plan.Draw(baseline.Subjects + 1);
        await world.Cloud.RunAsync(Speed, cancellationToken);
        if (plan.Faults)
        {
            await world.Cloud.MisbehaveAsync(plan.Seed, FaultRate, cancellationToken);
        }

        var staff = await LiveAsync(orders, cancellationToken);
        if (plan.PlantDuplicate)
        {
            await world.Cloud.PlantDuplicateAsync(cancellationToken);
        }

        var books = await Books.ReadAsync(world, baseline, cancellationToken);
        var differences = FleetComparison.Differences(orders, books).ToList();
        await new FleetSummary(world, report).ShowAsync(orders, books, staff, Stopwatch.GetElapsedTime(began), cancellationToken);
        return Judge(orders, books, differences);
    }

    private bool Judge(IReadOnlyList<FleetOrder> orders, Books books, List<string> differences)
    {
        differences.ForEach(difference => report.Line("differs", difference));
        var soldOut = FleetComparison.SoldOut(orders);
        report.Verdict(Verdict.Of(orders.Count, books, [.. books.Ledger.Where(line => !soldOut.Contains(line.SubjectId))]), differences.Count == 0);
        if (differences.Count > 0)
        {
            report.Line("replay", plan.Replay);
        }

        return differences.Count == 0;
    }

    private async Task<Staff> LiveAsync(IReadOnlyList<FleetOrder> orders, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new OperationWatch(world);
        await watch.SkipAsync(over.Token);
        using var senders = new Senders(world, watch);
        var staff = new Staff(world, orders);
        Task[] companions = [watch.RunAsync(over.Token), staff.RunAsync(over.Token), world.KeepKontorAliveAsync(over.Token), TellAsync(orders, watch, staff, over.Token)];
        try
        {
            await FirstOfAsync(LiveAndEndAsync(orders, watch, senders, over.Token), companions);
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(companions).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return staff;
    }

    private async Task LiveAndEndAsync(IReadOnlyList<FleetOrder> orders, OperationWatch watch, Senders senders, CancellationToken cancellationToken)
    {
        world.Step = "ordering, running and terminating the machines";
        await Task.WhenAll(orders.Select(order => senders.LiveAsync(order, cancellationToken)));
        world.Step = "waiting for the end of the terms";
        await new FleetEnd(world, watch).OutliveAsync(orders, cancellationToken);
    }

    /// <summary>A companion runs for ever, so one that ends has failed: then nothing would come of waiting for the lives.</summary>
    private static async Task FirstOfAsync(Task lives, Task[] companions) => await await Task.WhenAny([lives, .. companions]);

    private async Task TellAsync(IReadOnlyList<FleetOrder> orders, OperationWatch watch, Staff staff, CancellationToken cancellationToken)
    {
        var (began, stuck) = (Stopwatch.GetTimestamp(), new Stillness());
        while (true)
        {
            await Task.Delay(ProgressEvery, TimeProvider.System, cancellationToken);
            var (accepted, bought) = (orders.Count(order => order.Accepted is not null), orders.Count(order => order.Ended is not null));
            var settled = orders.Count(order => order.Settled);
            report.Progress($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {accepted} ordered, {bought} purchases settled, {settled} terminated, {watch.Gone} gone, {staff.Decisions} decided by a person");
            stuck.See(watch.Read);
        }
    }
}
