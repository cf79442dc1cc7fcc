using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>
/// Accepts the wish that a machine be suspended, or no longer. It is a state that is wished, with a number for each change:
/// suspend, unsuspend, suspend stops the machine twice, and the same wish again is the same operation.
/// </summary>
public sealed class SuspendSubjectHandler(
    Database database, ChangeStore changes, InstanceChanges kinds, FindingStore findings)
{
    private const int LongestReason = 200;

    /// <summary>Accepts the wish, or says why not.</summary>
    public async Task<Result<Operation>> HandleAsync(SuspendSubject request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        Check(request) is { } malformed
            ? malformed
            : await database.WriteAsync("suspend.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    private static Problem? Check(SuspendSubject request) => request.Reason?.Length > LongestReason
        ? ComputeProblems.Field("reason", $"reason has {request.Reason.Length} characters; {LongestReason} is the most.")
        : OrderInstanceRules.CheckFingerprint(request.Fingerprint);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, SuspendSubject request, string idempotencyKey, Actor actor)
    {
        var subject = await SubjectStore.FindAsync(unit, request.Subject);
        if (subject is null || (request.Source is not null && subject.Source != request.Source))
        {
            return PurchasingProblems.SubjectNotFound();
        }

        if (subject.Fingerprint != request.Fingerprint)
        {
            await findings.RaiseAsync(unit, SubjectFindings.ForeignFingerprint(subject, request.Fingerprint));
            return PurchasingProblems.FingerprintMismatch(subject.Key);
        }

        var hash = IdempotencyKeys.HashOf(request);
        if (await IdempotencyKeys.FindAsync(unit, subject.Source, idempotencyKey) is { } remembered)
        {
            return remembered.RequestHash == hash
                ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
                : PurchasingProblems.KeyReused();
        }

        var accepted = await ChangeAsync(unit, request, subject, actor);
        if (accepted.Problem is null)
        {
            await IdempotencyKeys.RememberAsync(unit, subject.Source, idempotencyKey, hash, accepted.Value.Id);
        }

        return accepted;
    }

    private async Task<Result<Operation>> ChangeAsync(UnitOfWork unit, SuspendSubject request, Subject subject, Actor actor)
    {
        var before = await SuspensionStore.FindAsync(unit, subject.Id, request.Generation);
        if (before is not null && before.Suspended == request.Suspended)
        {
            return (await OperationStore.FindAsync(unit, before.OperationId))!;
        }

        if (await SaleStore.AllocatedAsync(unit, subject.Id, request.Generation) is not { } id)
        {
            return ComputeProblems.NoMachineYet();
        }

        var resource = await ResourceStore.GetAsync(unit, id);
        if (before is null && !request.Suspended)
        {
            return ComputeProblems.NotSuspended();
        }

        return await OpenAsync(unit, request, subject, resource, before, actor);
    }

    private async Task<Operation> OpenAsync(
        UnitOfWork unit, SuspendSubject request, Subject subject, Resource resource, Suspension? before, Actor actor)
    {
        var action = request.Suspended ? PowerAction.Suspend : PowerAction.Unsuspend;
        var transition = (before?.Transition ?? 0) + 1;
        var stays = !request.Suspended && !before!.WasRunning;
        var wasRunning = await WasRunningAsync(unit, resource, before);
        var operation = await changes.OpenAsync(unit, new NewChange(
            kinds[PowerActions.NameOf(action)],
            resource,
            actor,
            stays ? "It was stopped before it was suspended, and stays so." : $"Accepted: {PowerActions.NameOf(action)}.")
        {
            Key = subject.Key.Of(resource.Generation ?? subject.Generation, $"{PowerActions.NameOf(action)}:{transition}"),
            IsSo = stays,
            AuditAction = $"subject.{PowerActions.NameOf(action)}ed",
            AuditDetail = new { Subject = subject.Id.Value, request.Generation, transition, request.Reason },
        });
        await SuspensionStore.PutAsync(unit, new Suspension
        {
            SubjectId = subject.Id,
            Generation = request.Generation,
            Transition = transition,
            Suspended = request.Suspended,
            Reason = request.Suspended ? request.Reason : null,
            WasRunning = wasRunning,
            OperationId = operation.Id,
            ChangedAt = unit.Now,
        });
        return operation;
    }

    /// <summary>What is to be restored. A machine that was not yet back as it was is no news: what it was before still counts.</summary>
    private static async Task<bool> WasRunningAsync(UnitOfWork unit, Resource resource, Suspension? before) =>
        before is not null && (before.Suspended || await OperationStore.FindAsync(unit, before.OperationId) is not { Status: "succeeded" })
            ? before.WasRunning
            : (await ResourceStore.MirrorAsync(unit, resource.Id)).Status != InstanceStatus.Stopped.Value;
}
