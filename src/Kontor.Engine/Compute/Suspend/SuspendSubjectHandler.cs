using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
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

    private static Problem? Check(SuspendSubject request) => request.Reason?.Length > LongestReason
        ? ComputeProblems.Field("reason", $"reason has {request.Reason.Length} characters; {LongestReason} is the most.")
        : OrderInstanceRules.CheckFingerprint(request.Fingerprint);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, SuspendSubject request, string idempotencyKey, Actor actor)
    {
        var subject = await SubjectStore.FindAsync(unit, request.Subject);
        if (subject is null || (request.Source is not null && subject.Source != request.Source) || !Sight.Sees(actor, subject))
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

        var change = new SuspensionChange(
            request,
            subject,
            await ResourceStore.GetAsync(unit, id),
            await SuspensionStore.FindAsync(unit, subject.Id, request.Generation),
            [.. reasons.Where(reason => reason.Stands && reason.Kind != request.Kind).Select(reason => reason.Kind)]);
        var operation = await changes.OpenAsync(unit, change.ToOpen(kinds, actor));
        await change.PutAsync(unit, operation);
        return operation;
    }
}
