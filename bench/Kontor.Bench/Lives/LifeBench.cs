using System.Diagnostics;
using Kontor.Bench.Disk;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Purchasing;

namespace Kontor.Bench.Lives;

/// <summary>What one machine's life costs: order, purchase, until it runs, and the end of its contract.</summary>
internal static class LifeBench
{
    private const int Warmup = 30;
    private const int Lives = 200;
    private static readonly Actor Shop = new(ActorKind.ApiKey, "bench", "shop");
    private static readonly Fingerprint SoldAs = new("7", "55", new DateOnly(2026, 11, 1), "3");

    public static async Task RunAsync(Report report)
    {
        using var folder = new WorkFolder();
        var disk = new Percentiles(RawCommits.Measure(folder.Path, TimeSpan.FromSeconds(2)));
        using var engine = new EngineOnVirtualTime(folder.Path);
        await engine.PrepareAsync();
        await LiveAsync(engine, 0, Warmup);

        var (commits, requests, bytes, cpu) = (engine.Checkpoints.Commits, Requests(engine), Size(folder), Cpu());
        var clock = Stopwatch.StartNew();
        await LiveAsync(engine, Warmup, Lives);
        var perLife = clock.Elapsed.TotalMilliseconds / Lives;
        var commitsEach = (engine.Checkpoints.Commits - commits) / (double)Lives;
        report.Title($"life: {Lives} machines one after the other, each ordered, bought, watched until it runs, terminated, its end read back");
        report.Line("processor time, the simulated cloud's part included", (Cpu() - cpu) / Lives, "ms");
        report.Line("wall time without waiting for the provider", perLife, "ms");
        report.Line("limit: the time of as many raw commits on this disk", commitsEach * disk.Median, "ms");
        report.Line("durable commits", commitsEach, "");
        report.Line("requests to the provider", (Requests(engine) - requests) / (double)Lives, "");
        report.Line("growth of the database", (Size(folder) - bytes) / (double)Lives, "bytes");
    }

    private static async Task LiveAsync(EngineOnVirtualTime engine, int from, int count)
    {
        for (var number = from; number < from + count; number++)
        {
            var order = (await engine.Get<OrderInstanceHandler>().HandleAsync(OrderOf(number), $"invoice-{number}", Shop, CancellationToken.None)).Value;
            await engine.FinishAsync(order.Operation.Id);
            var end = await engine.Get<TerminateSubjectHandler>().HandleAsync(
                new TerminateSubject(order.Subject.Id, 1, SoldAs, "shop"), $"end-{number}", Shop, CancellationToken.None);
            await engine.FinishAsync(end.Value.Id);
        }
    }

    private static OrderInstance OrderOf(int number) => new(
        new SubjectKey("shop", "service", $"{number}"),
        SoldAs,
        Generation: 1,
        Plan: "V153",
        Region: "EU",
        Image: "d64d5c6c-9dda-4e38-8174-0ee282474d8a",
        TermMonths: 1,
        Label: "bench",
        DefaultUser: "admin",
        Account: null,
        Sold: null,
        Amend: false);

    private static long Requests(EngineOnVirtualTime engine) => engine.Cloud.Requests[^1].Sequence;

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private static long Size(WorkFolder folder) => new FileInfo(Path.Combine(folder.Path, "kontor.db")).Length;
}
