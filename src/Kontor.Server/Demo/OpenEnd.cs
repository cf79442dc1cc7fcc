namespace Kontor.Server.Demo;

/// <summary>After the first life the demo goes on, so that a person can try things out.</summary>
internal sealed class OpenEnd(DemoWorld world, DemoFolder folder, DemoReport report)
{
    private const double Speed = 60;

    /// <summary>Goes on until cancelled.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        world.Step = "going on after the first life";
        await world.Cloud.RunAsync(Speed, cancellationToken);
        report.Line("Kontor", $"{world.KontorAddress}api/v1/");
        report.Line("cloud", $"{world.CloudAddress}sim/purchases (control API: docs/reference/simulator.md)");
        report.Line("clock", $"a minute passes in a second; POST {world.CloudAddress}sim/clock changes that");
        report.Line("folder", folder.Path);
        report.Line("API key", world.ApiKey);
        report.Line("look", $"curl -H 'Authorization: Bearer {world.ApiKey}' {world.KontorAddress}api/v1/instances");
        report.Line("order", OrderCommand());
        report.Line("end", "Ctrl-C");
        await world.WatchAsync(cancellationToken);
    }

    private string OrderCommand() =>
        $"curl -H 'Authorization: Bearer {world.ApiKey}' -H 'Idempotency-Key: my-first-order' -H 'Content-Type: application/json' "
        + $"-d '{{\"subject\":{{\"kind\":\"service\",\"externalId\":\"my-1\",\"fingerprint\":{{\"client\":\"1\",\"order\":\"1\",\"registeredOn\":\"2026-11-01\",\"product\":\"demo\"}}}},"
        + $"\"plan\":\"{DemoOrder.Plans[0]}\",\"region\":\"{DemoOrder.Region}\",\"image\":\"{DemoOrder.Image}\",\"termMonths\":1,\"label\":\"my machine\"}}' "
        + $"{world.KontorAddress}api/v1/orders";
}
