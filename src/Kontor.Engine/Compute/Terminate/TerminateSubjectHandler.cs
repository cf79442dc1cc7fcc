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
    Database database,
    OperationStore operations,
    FindingStore findings,
    LockSubject locks,
    ContaboAccounts accounts,
    IIdSource ids,
    PurchasingOptions options)
{
    /// <summary>Accepts the wish, or says why not.</summary>
    public async Task<Result<Operation>> HandleAsync(
        TerminateSubject request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        (Rights.RefusalOf(actor, Right.Terminate) ?? TerminateSubjectRules.Check(request)) is { } refused
            ? refused
            : await database.WriteAsync(
                "terminate.accept", unit => AcceptAsync(unit, request, idempotencyKey, actor), cancellationToken);

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, TerminateSubject request, string idempotencyKey, Actor actor)
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
            await LockLaterAsync(unit, request, subject, actor);
            return known;
        }

        if (request.Generation != subject.Generation)
        {
            return PurchasingProblems.GenerationNotOpen(subject.Key, request.Generation, subject.Generation);
        }

        var machine = await MachineOfAsync(unit, subject, request.Generation);
        var refused = TerminateSubjectRules.CheckDay(request, ContractTerm.DayOf(unit.Now))
            ?? (machine is null ? null : await ProtectionRules.RefusalAsync(unit, machine, ProtectionKind.Delete));
        return refused is not null ? refused : await OpenAsync(unit, key, request, new EndedSubject(subject, request.Generation, machine, actor));
    }

    private async Task<Operation> OpenAsync(UnitOfWork unit, string key, TerminateSubject request, EndedSubject ended)
    {
        var subject = ended.Subject;
        var operation = NewOperation(key, subject, await AccountOfAsync(unit, ended), ended.Actor, unit.Now);
        await operations.InsertAsync(
            unit, operation, request.On is { } on ? $"Accepted: the machine is to end on {on:yyyy-MM-dd}." : "Accepted: the machine is to end with its term.");
        await AuditTrail.AppendAsync(
            unit, ended.Actor, "terminate.accepted", operation.Id.Value, new { Subject = subject.Id.Value, request.Generation, request.On, request.Stop, request.RetentionDays });
        await TerminationStore.InsertAsync(unit, new Termination
        {
            SubjectId = subject.Id,
            Generation = request.Generation,
            EndsOn = request.On,
            LockedAt = request.Stop ? unit.Now : null,
            WipeAt = request.Stop ? locks.WipeAt(request, unit.Now) : null,
        });
        if (request.Stop)
        {
            await locks.LockAsync(unit, ended);
        }

        return operation;
    }

    /// <summary>A machine that its customer was to have until it ends is stopped after all; its end stays as it was wished first.</summary>
    private async Task LockLaterAsync(UnitOfWork unit, TerminateSubject request, Subject subject, Actor actor)
    {
        if (request.Stop
            && await TerminationStore.FindAsync(unit, subject.Id, request.Generation) is { LockedAt: null } open
            && await TerminationStore.TryLockAsync(unit, open, locks.WipeAt(request, unit.Now)))
        {
            await locks.LockAsync(unit, new EndedSubject(subject, request.Generation, await MachineOfAsync(unit, subject, request.Generation), actor));
        }
    }

    private static async Task<Resource?> MachineOfAsync(UnitOfWork unit, Subject subject, int generation) =>
        await SaleStore.AllocatedAsync(unit, subject.Id, generation) is { } id ? await ResourceStore.GetAsync(unit, id) : null;

    private async Task<AccountId> AccountOfAsync(UnitOfWork unit, EndedSubject ended)
    {
        if (ended.Resource is { } machine)
        {
            return machine.Account;
        }

        var subject = ended.Subject;
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
