using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Judges a machine that the provider lists and our rows do not have: a purchase being looked for, an orphan, or not ours.</summary>
public sealed class StrangeInstance(Database database, OperationStore operations, FindingStore findings, TimeProvider clock)
{
    /// <summary>A machine without any marker stays for years perhaps; that it is still there is not worth a write each sweep.</summary>
    private static readonly TimeSpan NoteAgain = TimeSpan.FromHours(1);
    private static readonly CreateInstanceState[] LookedFor = [CreateInstanceState.Uncertain, CreateInstanceState.Parked];

    /// <summary>Wakes the operation that looks for it, or raises a finding. Never more.</summary>
    public async Task JudgeAsync(ContaboAccount account, Instance instance, CancellationToken cancellationToken)
    {
        if (Marker.In(instance.DisplayName) is null && await IsNotedAsync(account.Id, instance.InstanceId!.Value, cancellationToken))
        {
            return;
        }

        await database.WriteAsync("inventory.strange", unit => JudgeAsync(unit, account.Id, instance), cancellationToken);
    }

    private Task<bool> IsNotedAsync(AccountId account, long id, CancellationToken cancellationToken) =>
        findings.WasSeenAsync(FindingKind.UnknownInstance, About(account, new ProviderInstanceId(id)), clock.GetUtcNow() - NoteAgain, cancellationToken);

    private async Task JudgeAsync(UnitOfWork unit, AccountId account, Instance instance)
    {
        var id = new ProviderInstanceId(instance.InstanceId!.Value);
        if (await ResourceStore.FindAsync(unit, account, id) is not null)
        {
            return;
        }

        var order = Marker.In(instance.DisplayName) is { } marker ? await SaleStore.OrderOfMarkerAsync(unit, marker) : null;
        if (order is null)
        {
            await RaiseAsync(unit, FindingKind.UnknownInstance, account, id, "is not known to Kontor: adopt it, or ignore it if it is not ours.", null);
            return;
        }

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
                unit, kind, account, id, $"carries the marker of an order that stands as '{purchase.State}': check it in Contabo's panel, it costs money.", order.SubjectId);
        }
    }

    private Task RaiseAsync(UnitOfWork unit, string kind, AccountId account, ProviderInstanceId id, string text, SubjectId? subject) =>
        findings.RaiseAsync(unit, new NewFinding(kind, About(account, id), $"Machine {id} on account {account} {text}", account, subject));

    private static string About(AccountId account, ProviderInstanceId id) => $"{account}/{id}";
}
