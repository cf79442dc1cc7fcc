namespace Kontor.Server.Demo.Fleet;

/// <summary>What stands in front of Kontor: sends each order and its end, and the refused ones again, a handful side by side.</summary>
internal sealed class Senders(DemoWorld world, OperationWatch watch) : IDisposable
{
    private const int SideBySide = 6;
    private const int MostAttempts = 50;
    private const string Refused = "refused";
    private readonly SemaphoreSlim _places = new(SideBySide);

    /// <summary>Sees one order from its first sending to the end of its contract.</summary>
    public async Task LiveAsync(FleetOrder order, CancellationToken cancellationToken)
    {
        do
        {
            await OrderAsync(order, cancellationToken);
            order.Ended = await watch.EndOfAsync(order.Accepted!.Operation.Id, cancellationToken);
        }
        while (order.Ended == Refused && order.Sent < MostAttempts);

        await TerminateAsync(order, cancellationToken);
        if (!order.SoldOut)
        {
            await watch.EndOfAsync(order.TerminateId!, cancellationToken);
        }

        order.Settled = true;
    }

    public void Dispose() => _places.Dispose();

    private async Task OrderAsync(FleetOrder order, CancellationToken cancellationToken)
    {
        if (order.Accepted is { } before)
        {
            watch.Forget(before.Operation.Id);
        }

        var key = $"{order.Key}-order-{++order.Sent}";
        order.Accepted = await SendAsync(() => world.Kontor.Orders.CreateAsync(order.ToRequest(), key, cancellationToken), cancellationToken);
    }

    private async Task TerminateAsync(FleetOrder order, CancellationToken cancellationToken)
    {
        var subject = order.Accepted!.Subject.Id;
        var accepted = await SendAsync(
            () => world.Kontor.Subjects.TerminateAsync(subject, order.ToTerminate(), $"{order.Key}-terminate", cancellationToken), cancellationToken);
        order.TerminateId = accepted.Id;
    }

    private async Task<T> SendAsync<T>(Func<Task<T>> send, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Patience.CallAsync(send, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }
}
