using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.History;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute;

/// <summary>A machine that stands at the provider and was not bought through Kontor is to serve a subject.</summary>
/// <param name="Account">The account it stands on.</param>
/// <param name="Instance">The provider's number of it.</param>
/// <param name="Subject">What it is sold as; null to know it without selling it: it is then only looked at.</param>
/// <param name="Fingerprint">What tells that sale from another; null without a subject.</param>
public sealed record AdoptInstance(AccountId Account, ProviderInstanceId Instance, SubjectKey? Subject, Fingerprint? Fingerprint)
{
    /// <summary>Gets the caller's name for this request, under which it happens once; null for none.</summary>
    public RequestKey? Key { get; init; }
}

/// <summary>Adopts a machine: no purchase, its term unknown, its name left alone. Nothing is sent but a read.</summary>
public sealed class AdoptInstanceHandler(Database database, ContaboAccounts accounts, KeepTimeline timeline, IIdSource ids)
{
    /// <summary>Adopts it, or says why not.</summary>
    public async Task<Result<Resource>> HandleAsync(AdoptInstance request, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.Adopt) is { } refused)
        {
            return refused;
        }

        if (request is { Subject: { } subject, Fingerprint: { } fingerprint }
            && (OrderInstanceRules.CheckSubject(subject) ?? OrderInstanceRules.CheckFingerprint(fingerprint, "subject.fingerprint")) is { } malformed)
        {
            return malformed;
        }

        if (accounts.Find(request.Account) is not { } account)
        {
            return AccountProblems.Unknown(request.Account.Value, accounts.All.Select(one => one.Id.Value));
        }

        try
        {
            return await account.Client.Instances.FindAsync(request.Instance.Value, cancellationToken) is { } seen
                ? await database.WriteAsync(
                    "inventory.adopt", unit => AdoptOnceAsync(unit, request, InstanceRow.Of(default, seen, unit.Now), actor), cancellationToken)
                : ComputeProblems.InstanceNotFound();
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    /// <summary>Whether a request was carried out under this name before.</summary>
    public Task<bool> IsKnownAsync(RequestKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(async db => await IdempotencyKeys.FindAsync(db, key.Caller, key.Key) is not null, cancellationToken);

    private async Task<Result<Resource>> AdoptOnceAsync(UnitOfWork unit, AdoptInstance request, InstanceRow seen, Actor actor)
    {
        if (request.Key is not { } key)
        {
            return await AdoptAsync(unit, request, seen, actor);
        }

        if (await IdempotencyKeys.FindAsync(unit, key.Caller, key.Key) is { } remembered)
        {
            return remembered.RequestHash == key.Hash
                ? await ResourceStore.GetAsync(unit, new ResourceId(remembered.OperationId.Value))
                : PurchasingProblems.KeyReused();
        }

        var adopted = await AdoptAsync(unit, request, seen, actor);
        if (adopted.Problem is null)
        {
            // There is no operation: it is done at once, and what the key stands for is the machine.
            await IdempotencyKeys.RememberAsync(unit, key.Caller, key.Key, key.Hash, new OperationId(adopted.Value.Id.Value));
        }

        return adopted;
    }

    private async Task<Result<Resource>> AdoptAsync(UnitOfWork unit, AdoptInstance request, InstanceRow seen, Actor actor)
    {
        var known = await ResourceStore.FindAsync(unit, request.Account, request.Instance);
        if (known is { State: Resource.Gone } or { SubjectId: not null } || (known is not null && request.Subject is null))
        {
            return ComputeProblems.AlreadyOurs(request.Instance.Value);
        }

        if (request.Subject is not null && await SubjectStore.FindAsync(unit, request.Subject) is not null)
        {
            return PurchasingProblems.AlreadyServed(request.Subject);
        }

        var resource = known ?? await InsertAsync(unit, request, seen);
        if (request is { Subject: { } key, Fingerprint: { } fingerprint })
        {
            resource = await AssignAsync(unit, resource, NewSubject(key, fingerprint, unit.Now));
        }

        await SettleAsync(unit, resource, known is null ? "instance.adopted" : "instance.assigned", actor);
        return resource;
    }

    private async Task<Resource> InsertAsync(UnitOfWork unit, AdoptInstance request, InstanceRow seen)
    {
        var resource = NewResource(request, seen, unit.Now);
        await ResourceStore.InsertAsync(unit, resource, seen with { ResourceId = resource.Id });
        await ContractStore.AdoptAsync(unit, resource.Id);
        await timeline.NoteAsync(unit, resource, TimelineKind.Adopted, TimelineOrigin.Kontor);
        return resource;
    }

    private async Task<Resource> AssignAsync(UnitOfWork unit, Resource resource, Subject subject)
    {
        await SubjectStore.InsertAsync(unit, subject);
        await SaleStore.InsertAsync(unit, NewLineItem(subject, unit.Now));
        if (!await ResourceStore.TryAssignAsync(unit, resource.Id, subject.Source, subject.Id, subject.Generation))
        {
            throw new InvalidOperationException("A row got a subject inside the transaction that had just read it.");
        }

        await SaleStore.AllocateAsync(unit, ids.NewId(), subject.Id, subject.Generation, resource.Id);
        await timeline.NoteAsync(unit, resource, TimelineKind.Assigned, TimelineOrigin.Kontor);
        return await ResourceStore.GetAsync(unit, resource.Id);
    }

    private static async Task SettleAsync(UnitOfWork unit, Resource resource, string action, Actor actor)
    {
        var about = Finding.AboutMachine(resource);
        await FindingStore.ResolveAsync(unit, FindingKind.UnknownInstance, about);
        await FindingStore.ResolveAsync(unit, FindingKind.Orphan, about);
        await AuditTrail.AppendAsync(
            unit, actor, action, resource.Id.Value, new { Account = resource.Account.Value, Instance = resource.ProviderId.Value, Subject = resource.SubjectId?.Value });
    }

    private Subject NewSubject(SubjectKey key, Fingerprint fingerprint, DateTimeOffset now) => new()
    {
        Id = new SubjectId(ids.NewId()),
        Source = key.Source,
        Kind = key.Kind,
        ExternalId = key.ExternalId,
        SealedFingerprint = Subject.Seal(fingerprint),
        Client = fingerprint.Client,
        Generation = 1,
        CreatedAt = now,
    };

    private Resource NewResource(AdoptInstance request, InstanceRow seen, DateTimeOffset now) => new()
    {
        Id = new ResourceId(ids.NewId()),
        Account = request.Account,
        Kind = Resource.InstanceKind,
        ProviderId = request.Instance,
        Origin = Resource.Adopted,
        Label = seen.DisplayName is { Length: > OrderInstanceRules.MaxLabel } name ? name[..OrderInstanceRules.MaxLabel] : seen.DisplayName ?? "",
        State = Resource.Present,
        CreatedAt = now,
    };

    private LineItem NewLineItem(Subject subject, DateTimeOffset now) => new()
    {
        Id = ids.NewId(),
        SubjectId = subject.Id,
        Generation = subject.Generation,
        Component = Resource.InstanceKind,
        Origin = "base",
        Quantity = 1,
        CreatedAt = now,
    };
}

/// <summary>A caller's name for its request: the same name again is the same request.</summary>
/// <param name="Caller">Whose name it is.</param>
/// <param name="Key">The name.</param>
/// <param name="Hash">What tells this request from another under the same name.</param>
public sealed record RequestKey(string Caller, string Key, string Hash);
