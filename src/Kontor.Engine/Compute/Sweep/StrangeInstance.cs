using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Judges machines that the provider lists and that serve no row of ours: a purchase being looked for, an orphan, or not ours.</summary>
public sealed class StrangeInstance(OperationStore operations, FindingStore findings)
{
    /// <summary>A stranger stays for years perhaps; that it is still there is not worth a write each sweep.</summary>
    private static readonly TimeSpan NoteAgain = TimeSpan.FromHours(1);
    private static readonly CreateInstanceState[] LookedFor = [CreateInstanceState.Uncertain, CreateInstanceState.Parked];

    /// <summary>Whether a stranger is new, changed, or was not noted for long.</summary>
    public static bool IsNews(Instance listed, Sighting? seen, DateTimeOffset now) =>
        seen is null || seen.Digest != InstanceDigest.Of(listed) || seen.NotedAt + NoteAgain < now;

    /// <summary>Wakes the operations that look for them, or raises findings. Never more.</summary>
    public async Task JudgeAsync(UnitOfWork unit, AccountId account, IReadOnlyList<Instance> listed)
    {
        if (listed.Count == 0)
        {
            return;
        }

        var numbers = listed.Select(instance => new ProviderInstanceId(instance.InstanceId!.Value)).ToList();
        var rows = (await ResourceStore.FindAllAsync(unit, account, numbers)).ToDictionary(row => row.ProviderId.Value);
        foreach (var instance in listed)
        {
            var resource = rows.GetValueOrDefault(instance.InstanceId!.Value);
            // Bought or adopted since the page was read: the next sweep compares it with its row.
            if (resource?.State != Resource.Present)
            {
                await JudgeAsync(unit, account, instance, resource);
            }
        }
    }

    private async Task JudgeAsync(UnitOfWork unit, AccountId account, Instance instance, Resource? ended)
    {
        var id = new ProviderInstanceId(instance.InstanceId!.Value);
        var order = Marker.In(instance.DisplayName) is { } marker ? await SaleStore.OrderOfMarkerAsync(unit, marker) : null;
        await SightingStore.PutAsync(unit, new Sighting
        {
            Account = account,
            ProviderId = id,
            // What becomes of a machine with a marker of ours depends on its order too, so each sweep judges it anew.
            Digest = order is null ? InstanceDigest.Of(instance) : Sighting.LookAgain,
            NotedAt = unit.Now,
        });
        if (ended is not null)
        {
            await RaiseAsync(
                unit, FindingKind.Orphan, account, instance, "ended and is listed again: check it in Contabo's panel, it may cost money.", ended.SubjectId);
        }
        else if (order is null)
        {
            await RaiseAsync(unit, FindingKind.UnknownInstance, account, instance, "is not known to Kontor: adopt it, or ignore it if it is not ours.", null);
        }
        else
        {
            await JudgeAsync(unit, account, instance, order);
        }
    }

    private async Task JudgeAsync(UnitOfWork unit, AccountId account, Instance instance, SealedOrder order)
    {
        var purchase = (await OperationStore.FindAsync(unit, order.OperationId))!;
        var state = CreateInstanceFlow.StateOf(purchase);
        if (LookedFor.Contains(state))
        {
            await operations.WakeAsync(unit, purchase.Id);
        }
        else if (state != CreateInstanceState.Submitting)
        {
            var kind = purchase.ResourceId is null ? FindingKind.Orphan : FindingKind.DuplicatePurchase;
            await RaiseAsync(
                unit, kind, account, instance, $"carries the marker of an order that stands as '{purchase.State}': check it in Contabo's panel, it costs money.", order.SubjectId);
        }
    }

    private Task RaiseAsync(UnitOfWork unit, string kind, AccountId account, Instance instance, string text, SubjectId? subject)
    {
        var id = new ProviderInstanceId(instance.InstanceId!.Value);
        return findings.RaiseAsync(unit, new NewFinding(
            kind, Finding.AboutMachine(account, id), $"Machine {id} on account {account} {text}", account, subject, CauseOf(instance, text)));
    }

    /// <summary>What a person who ignored it looked at; that it is switched on or off is no news.</summary>
    private static string CauseOf(Instance instance, string text) =>
        $"{instance.DisplayName}|{instance.ProductId}|{instance.Region}|{instance.CancelDate:yyyy-MM-dd}|{text}";
}
