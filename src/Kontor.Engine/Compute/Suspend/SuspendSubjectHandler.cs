using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

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
        (Rights.RefusalOf(actor, RightFor(request.Kind)) ?? Check(request)) is { } refused
            ? refused
            : await database.WriteAsync("suspend.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    /// <summary>Abuse is judged by people: what the billing system lifts after a payment is not lifted by that.</summary>
    private static Right RightFor(SuspensionKind kind) => kind == SuspensionKind.Abuse ? Right.SuspendForAbuse : Right.Suspend;

    private static Problem? Check(SuspendSubject request) => request.Reason is { } reason && !PlainText.IsLine(reason, LongestReason)
        ? ComputeProblems.Field("reason", $"reason is 1 to {LongestReason} visible characters on one line; leave it out for none.")
        : OrderInstanceRules.CheckFingerprint(request.Fingerprint);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, SuspendSubject request, string idempotencyKey, Actor actor)
    {
        var found = await new WishedSubject(request.Subject, request.Fingerprint, request.Source, actor).FindAsync(unit, findings);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var (subject, hash) = (found.Value, IdempotencyKeys.HashOf(request));
        if (await SameRequest.FindAsync(unit, subject.Source, idempotencyKey, hash) is { } same)
        {
            return same;
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
        var reasons = await SuspensionStore.ReasonsAsync(unit, subject.Id, request.Generation);
        var known = reasons.Find(reason => reason.Kind == request.Kind);
        if (known is not null && known.Stands == request.Suspended)
        {
            return (await OperationStore.FindAsync(unit, known.OperationId))!;
        }

        if (await SaleStore.AllocatedAsync(unit, subject.Id, request.Generation) is not { } id)
        {
            return ComputeProblems.NoMachineYet();
        }

        if (known is null && !request.Suspended)
        {
            return ComputeProblems.NotSuspended();
        }

        var resource = await ResourceStore.GetAsync(unit, id);
        var change = new SuspensionChange(
            request,
            subject,
            resource,
            await SuspensionStore.FindAsync(unit, subject.Id, request.Generation),
            [.. reasons.Where(reason => reason.Stands && reason.Kind != request.Kind).Select(reason => reason.Kind)])
        {
            IsLocked = await TerminateOf.IsLockedAsync(unit, resource),
        };
        var operation = await changes.OpenAsync(unit, change.ToOpen(kinds, actor));
        await change.PutAsync(unit, operation);
        return operation;
    }
}
