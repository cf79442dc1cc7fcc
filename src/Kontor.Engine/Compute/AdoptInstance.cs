using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute;

/// <summary>A machine that stands at the provider and was not bought through Kontor is to serve a subject.</summary>
/// <param name="Account">The account it stands on.</param>
/// <param name="Instance">The provider's number of it.</param>
/// <param name="Subject">What it is sold as.</param>
/// <param name="Fingerprint">What tells that sale from another.</param>
public sealed record AdoptInstance(AccountId Account, ProviderInstanceId Instance, SubjectKey Subject, Fingerprint Fingerprint);

/// <summary>Adopts a machine: no purchase, its term unknown, its name left alone. Nothing is sent but a read.</summary>
public sealed class AdoptInstanceHandler(Database database, ContaboAccounts accounts, IIdSource ids)
{
    /// <summary>Adopts it, or says why not.</summary>
    public async Task<Result<Resource>> HandleAsync(AdoptInstance request, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.Adopt) is { } refused)
        {
            return refused;
        }

        if ((OrderInstanceRules.CheckSubject(request.Subject) ?? OrderInstanceRules.CheckFingerprint(request.Fingerprint)) is { } malformed)
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
                    "inventory.adopt", unit => AdoptAsync(unit, request, InstanceRow.Of(default, seen, unit.Now), actor), cancellationToken)
                : ComputeProblems.InstanceNotFound();
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    private async Task<Result<Resource>> AdoptAsync(UnitOfWork unit, AdoptInstance request, InstanceRow seen, Actor actor)
    {
        if (await ResourceStore.FindAsync(unit, request.Account, request.Instance) is not null)
        {
            return ComputeProblems.AlreadyOurs(request.Instance.Value);
        }

        if (await SubjectStore.FindAsync(unit, request.Subject) is not null)
        {
            return PurchasingProblems.AlreadyServed(request.Subject);
        }

        var subject = NewSubject(request, unit.Now);
        var resource = NewResource(request, subject, seen, unit.Now);
        await SubjectStore.InsertAsync(unit, subject);
        await SaleStore.InsertAsync(unit, NewLineItem(subject, unit.Now));
        await ResourceStore.InsertAsync(unit, resource, seen with { ResourceId = resource.Id });
        await ContractStore.AdoptAsync(unit, resource.Id);
        await SaleStore.AllocateAsync(unit, ids.NewId(), subject.Id, subject.Generation, resource.Id);
        await FindingStore.ResolveAsync(unit, FindingKind.UnknownInstance, $"{request.Account}/{request.Instance}");
        await AuditTrail.AppendAsync(unit, actor, "instance.adopted", resource.Id.Value, new { Account = request.Account.Value, Instance = request.Instance.Value });
        return resource;
    }

    private Subject NewSubject(AdoptInstance request, DateTimeOffset now) => new()
    {
        Id = new SubjectId(ids.NewId()),
        Source = request.Subject.Source,
        Kind = request.Subject.Kind,
        ExternalId = request.Subject.ExternalId,
        SealedFingerprint = Subject.Seal(request.Fingerprint),
        Client = request.Fingerprint.Client,
        Generation = 1,
        CreatedAt = now,
    };

    private Resource NewResource(AdoptInstance request, Subject subject, InstanceRow seen, DateTimeOffset now) => new()
    {
        Id = new ResourceId(ids.NewId()),
        Account = request.Account,
        Kind = Resource.InstanceKind,
        ProviderId = request.Instance,
        Origin = Resource.Adopted,
        Source = subject.Source,
        SubjectId = subject.Id,
        Generation = subject.Generation,
        Label = seen.DisplayName ?? "",
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
