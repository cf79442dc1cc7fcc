using System.Text.Json;
using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>Accepts a terminate; it happens once in a generation's life, so the same wish again is the same operation.</summary>
public sealed class TerminateSubjectHandler(
    Database database, OperationStore operations, FindingStore findings, ContaboAccounts accounts, IIdSource ids, PurchasingOptions options)
{
    /// <summary>Accepts the wish, or says why not.</summary>
    public async Task<Result<Operation>> HandleAsync(
        TerminateSubject request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        (Rights.RefusalOf(actor, Right.Terminate) ?? OrderInstanceRules.CheckFingerprint(request.Fingerprint)) is { } refused
            ? refused
            : await database.WriteAsync(
                "terminate.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, TerminateSubject request, string idempotencyKey, Actor actor)
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
        var remembered = await IdempotencyKeys.FindAsync(unit, subject.Source, idempotencyKey);
        if (remembered is not null)
        {
            return remembered.RequestHash == hash
                ? (await OperationStore.FindAsync(unit, remembered.OperationId))!
                : PurchasingProblems.KeyReused();
        }

        var accepted = await OpenOrFindAsync(unit, request, subject, actor);
        if (accepted.Problem is null)
        {
            await IdempotencyKeys.RememberAsync(unit, subject.Source, idempotencyKey, hash, accepted.Value.Id);
        }

        return accepted;
    }

    private async Task<Result<Operation>> OpenOrFindAsync(UnitOfWork unit, TerminateSubject request, Subject subject, Actor actor)
    {
        var key = subject.Key.Of(request.Generation, TerminateInstanceFlow.Action);
        if (await OperationStore.FindByKeyAsync(unit, key) is { } known)
        {
            return known;
        }

        if (request.Generation != subject.Generation)
        {
            return PurchasingProblems.GenerationNotOpen(subject.Key, request.Generation, subject.Generation);
        }

        if (await SaleStore.AllocatedAsync(unit, subject.Id, subject.Generation) is { } id
            && await ProtectionRules.RefusalAsync(unit, await ResourceStore.GetAsync(unit, id), ProtectionKind.Delete) is { } kept)
        {
            return kept;
        }

        var operation = NewOperation(key, subject, await AccountOfAsync(unit, subject), actor, unit.Now);
        await operations.InsertAsync(unit, operation, "Accepted: the machine is to end with its term.");
        await AuditTrail.AppendAsync(unit, actor, "terminate.accepted", operation.Id.Value, new { Subject = subject.Id.Value, request.Generation });
        return operation;
    }

    private async Task<AccountId> AccountOfAsync(UnitOfWork unit, Subject subject)
    {
        if (await SaleStore.AllocatedAsync(unit, subject.Id, subject.Generation) is { } resource)
        {
            return (await ResourceStore.GetAsync(unit, resource)).Account;
        }

        var purchase = await OperationStore.FindByKeyAsync(unit, subject.Key.Of(subject.Generation, OrderInstanceHandler.Action));
        return purchase?.Account ?? accounts.Default?.Id ?? new AccountId("");
    }

    private Operation NewOperation(string key, Subject subject, AccountId account, Actor actor, DateTimeOffset now) => new()
    {
        Id = new OperationId(ids.NewId()),
        Type = TerminateInstanceFlow.TypeName,
        Key = key,
        State = TerminateInstanceStates.Table.NameOf(TerminateInstanceState.Accepted),
        Status = OperationStore.StatusName(OperationStatus.Pending),
        Source = subject.Source,
        SubjectId = subject.Id,
        Generation = subject.Generation,
        Account = account,
        Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
        DueAt = now,
        DeadlineAt = now + options.TerminateDeadline,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
