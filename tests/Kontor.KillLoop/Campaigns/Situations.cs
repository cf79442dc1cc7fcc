using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Purchasing;
using Kontor.KillLoop.Clouds;
using Kontor.KillLoop.Selling;

namespace Kontor.KillLoop.Campaigns;

/// <summary>Brings about what makes Kontor pass a checkpoint: an order, an end, a misbehaviour of the provider, somebody at its panel.</summary>
internal sealed class Situations(CloudControl cloud, Shop shop, Operator staff, Random random)
{
    /// <summary>The facts that need more than orders and ends; a recording run brings about all of them.</summary>
    public static IReadOnlyList<string> Special { get; } =
    [
        "create.refused", "create.unknown", "create.look_again", "create.wait", "terminate.target", "terminate.wait", "terminate.no_date",
        "inventory.strange", "inventory.adopt", "inventory.marker_changed", "inventory.missing", "order.repeat",
        "subject.open_generation", "storage.probed", "create.announce",
    ];

    /// <summary>Gets the names of machines that were not bought through Kontor.</summary>
    public static string Stranger => "stranger";

    /// <summary>Brings about what the fact needs.</summary>
    public Task ArrangeAsync(string fact, KontorClient kontor, HttpClient http, CancellationToken cancellationToken)
    {
        staff.IsAway = fact == "create.announce";
        return fact switch
        {
            "create.refused" => SellAsync("tooManyRequests"),
            "create.unknown" => SellAsync("resetAfterEffect"),
            "create.look_again" or "create.parked" or "create.announce" or "operation.resume" or "operation.give_up" => SellAsync("resetBeforeEffect"),
            "create.wait" => SellWhileImagesFailAsync(),
            "terminate.wait" => EndAtOnceAsync(kontor, cancellationToken),
            "terminate.no_date" => EndAsync("resetBeforeEffect"),
            "inventory.strange" => cloud.AddStrangerAsync($"{Stranger} {random.Next(1_000_000)}"),
            "inventory.adopt" => AdoptAsync(kontor, cancellationToken),
            "inventory.marker_changed" or "inventory.marker_restored" => RenameAsync(),
            "inventory.missing" => DeleteAsync(),
            "order.repeat" => RepeatAsync(kontor, cancellationToken),
            "subject.open_generation" => ComeBackAsync(kontor, cancellationToken),
            "storage.probed" => ProbeAsync(http, cancellationToken),
            _ when KindOf(fact) is { } kind => WishAsync(kind, kontor, cancellationToken),
            _ when fact.StartsWith("terminate.", StringComparison.Ordinal) => EndAsync(null),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Has the provider leave a call without an answer, and something make that call.</summary>
    public async Task ProvokeAsync(ProvokedCall call)
    {
        var sale = call.Operation == "cancelInstance" ? Leaver() : shop.Sell();
        await cloud.PlanAsync(call.Operation, call.Misbehaviour, 1, sale?.Label);
        sale?.TerminateAsked = call.Operation == "cancelInstance";
    }

    private static WishKind? KindOf(string fact) => fact.Split('.')[0] switch
    {
        "power" => WishKind.Restart,
        "rename" => WishKind.Rename,
        "password" or "provider_secret" => WishKind.Password,
        "reinstall" => WishKind.Reinstall,
        _ => null,
    };

    /// <summary>A customer whose machine runs wishes something of it.</summary>
    private async Task WishAsync(WishKind kind, KontorClient kontor, CancellationToken cancellationToken)
    {
        var machines = await kontor.Instances.ListAsync(null, cancellationToken).Where(machine => machine is { Gone: false, Status: "running" }).ToListAsync(cancellationToken);
        foreach (var sale in shop.Sales.Where(sale => !sale.TerminateAsked && !shop.Wishes.All.Any(wish => wish.Sale == sale && wish.IsWaiting)))
        {
            if (machines.Find(machine => machine.SubjectId == sale.SubjectId && machine.Generation == sale.Generation) is { } machine)
            {
                // The power of one machine in three is used in another way.
                shop.Wishes.Add(sale, kind == WishKind.Restart && random.Next(3) == 0 ? WishKind.Stop : kind, machine.Id);
                return;
            }
        }
    }

    private async Task SellAsync(string misbehaviour)
    {
        var sale = shop.Sell();
        await cloud.PlanAsync("createInstance", misbehaviour, 1, sale.Label);
    }

    private async Task SellWhileImagesFailAsync()
    {
        await cloud.PlanAsync("retrieveImage", "serverErrorBeforeEffect", 4, null);
        shop.Sell();
    }

    private async Task EndAtOnceAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        var sale = shop.Sell();
        await shop.OrderAsync(kontor, sale, sale.OrderKey, cancellationToken);
        sale.TerminateAsked = true;
    }

    private async Task EndAsync(string? misbehaviour)
    {
        if (Leaver() is not { } sale)
        {
            return;
        }

        if (misbehaviour is not null)
        {
            await cloud.PlanAsync("cancelInstance", misbehaviour, 1, sale.Label);
        }

        sale.TerminateAsked = true;
    }

    private async Task AdoptAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        var adopted = await kontor.Instances.ListAsync(null, cancellationToken).Select(row => row.ProviderId).ToListAsync(cancellationToken);
        var stranger = (await cloud.InstancesAsync()).FirstOrDefault(machine =>
            machine.OrderedName.StartsWith(Stranger, StringComparison.Ordinal) && !adopted.Contains(machine.InstanceId));
        if (stranger is null)
        {
            await cloud.AddStrangerAsync($"{Stranger} {random.Next(1_000_000)}");
            return;
        }

        var number = $"adopted-{stranger.InstanceId}";
        var soldAs = new SubjectFingerprint { Client = number, Order = number, RegisteredOn = new DateOnly(2026, 11, 1), Product = "1" };
        var request = new AdoptInstanceRequest
        {
            Account = "main",
            ProviderId = stranger.InstanceId,
            Subject = new SubjectRequest { Kind = "service", ExternalId = number, Fingerprint = soldAs },
        };
        await kontor.Instances.AdoptAsync(request, number, cancellationToken);
    }

    private async Task RenameAsync()
    {
        var machine = (await cloud.InstancesAsync()).LastOrDefault(machine => machine.Status == "running" && shop.Sales.Any(sale => sale.Owns(machine.OrderedName)));
        if (machine is not null)
        {
            await cloud.RenameAsync(machine.InstanceId, $"renamed {random.Next(1_000_000)}");
        }
    }

    /// <summary>Only a machine whose customer left vanishes: its end would come anyway.</summary>
    private async Task DeleteAsync()
    {
        var machine = (await cloud.InstancesAsync()).FirstOrDefault(machine =>
            machine.Contract?.CancelDate is not null && shop.Sales.Any(sale => sale.Owns(machine.OrderedName)));
        if (machine is not null)
        {
            await cloud.DeleteAsync(machine.InstanceId);
        }
    }

    private async Task RepeatAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        if (Leaver() is { } sale)
        {
            await shop.OrderAsync(kontor, sale, $"repeat-{random.Next()}", cancellationToken);
        }
    }

    private async Task ComeBackAsync(KontorClient kontor, CancellationToken cancellationToken)
    {
        foreach (var sale in shop.Sales.Where(sale => sale is { TerminateId: not null, CameBack: false, Generation: 1 }).ToList())
        {
            if ((await kontor.Operations.GetAsync(sale.TerminateId!, cancellationToken)).State == "succeeded")
            {
                await kontor.Subjects.OpenGenerationAsync(sale.SubjectId!, $"come-back-{sale.Number}", cancellationToken);
                shop.SellAgain(sale);
                return;
            }
        }
    }

    private static async Task ProbeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The oldest customer who is there and may leave.</summary>
    private Sale? Leaver() => shop.Sales.FirstOrDefault(sale => sale is { OrderId: not null, TerminateAsked: false });
}
