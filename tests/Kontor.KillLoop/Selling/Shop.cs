using Kontor.Api;

namespace Kontor.KillLoop.Selling;

/// <summary>What stands in front of Kontor: it sends each order and each end with one key until it is acknowledged, over every death.</summary>
internal sealed class Shop
{
    private readonly List<Sale> _sales = [];
    private readonly OrderedDictionary<string, int> _complaints = new(StringComparer.Ordinal);

    public IReadOnlyList<Sale> Sales => _sales;

    /// <summary>Gets what customers wished of their machines.</summary>
    public Wishes Wishes { get; } = new();

    /// <summary>Gets what Kontor answered that it must not answer.</summary>
    public IReadOnlyList<string> Complaints => _complaints.Keys;

    /// <summary>Gets whether something was sent or is to be sent that nobody acknowledged yet.</summary>
    public bool IsWaiting =>
        _sales.Any(sale => sale.OrderId is null || (sale.TerminateAsked && sale.TerminateId is null)) || Wishes.All.Any(wish => wish.IsWaiting);

    /// <summary>Sells a machine; it is ordered with the next sending.</summary>
    public Sale Sell() => Add(new Sale(_sales.Count + 1, 1));

    /// <summary>Sells a customer who came back a machine; the generation must have been opened.</summary>
    public Sale SellAgain(Sale before)
    {
        before.CameBack = true;
        return Add(new Sale(before.Number, before.Generation + 1));
    }

    /// <summary>Sends what is not acknowledged.</summary>
    /// <exception cref="HttpRequestException">Kontor is gone; nothing is known about what was under way.</exception>
    public async Task SendAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        foreach (var sale in _sales.ToList())
        {
            if (sale.OrderId is null)
            {
                await OrderAsync(kontor, sale, sale.OrderKey, cancellationToken);
            }

            if (sale is { TerminateAsked: true, OrderId: not null, TerminateId: null })
            {
                await TerminateAsync(kontor, sale, sale.TerminateKey, cancellationToken);
            }
        }

        foreach (var wish in Wishes.All.Where(wish => wish.IsWaiting).ToList())
        {
            await WishAsync(kontor, wish, cancellationToken);
        }
    }

    /// <summary>Sends a wish about a machine; one that was acknowledged must get the same operation again.</summary>
    public async Task WishAsync(KontorClient kontor, Wish wish, CancellationToken cancellationToken)
    {
        if (await Wishes.SendAsync(kontor, wish, cancellationToken) is { } complaint)
        {
            _complaints.TryAdd(complaint, 0);
        }
    }

    /// <summary>Sends an order; one that was acknowledged must get the same operation again.</summary>
    public async Task OrderAsync(KontorClient kontor, Sale sale, string key, CancellationToken cancellationToken)
    {
        var accepted = await TryAsync(sale, () => kontor.Orders.CreateAsync(sale.Order, key, cancellationToken));
        if (accepted is not null)
        {
            Compare(sale.OrderId, accepted.Operation.Id, $"{sale.Label} ordered again");
            (sale.OrderId, sale.SubjectId) = (accepted.Operation.Id, accepted.Subject.Id);
        }
    }

    /// <summary>Sends an end; one that was acknowledged must get the same operation again.</summary>
    public async Task TerminateAsync(KontorClient kontor, Sale sale, string key, CancellationToken cancellationToken)
    {
        var accepted = await TryAsync(sale, () => kontor.Subjects.TerminateAsync(sale.SubjectId!, sale.Terminate, key, cancellationToken));
        if (accepted is not null)
        {
            Compare(sale.TerminateId, accepted.Id, $"{sale.Label} terminated again");
            sale.TerminateId = accepted.Id;
        }
    }

    private Sale Add(Sale sale)
    {
        _sales.Add(sale);
        return sale;
    }

    private void Compare(string? acknowledged, string answered, string what)
    {
        if (acknowledged is not null && acknowledged != answered)
        {
            _complaints.TryAdd($"{what} is operation {answered}, acknowledged was {acknowledged}", 0);
        }
    }

    private async Task<T?> TryAsync<T>(Sale sale, Func<Task<T>> send)
        where T : class
    {
        try
        {
            return await send();
        }
        catch (KontorApiException refused)
        {
            _complaints.TryAdd($"{sale.Label} was refused: {refused.Code} {refused.Detail}", 0);
            return null;
        }
    }
}
