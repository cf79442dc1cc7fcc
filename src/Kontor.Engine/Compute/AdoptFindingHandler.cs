using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute;

/// <summary>A person's decision about a machine that was found: to know it without selling it, or to whom it belongs.</summary>
public sealed class AdoptFindingHandler(FindingStore findings, ResourceStore resources, AdoptInstanceHandler adopt, ListApiKeysHandler keys)
{
    private static readonly string[] Adoptable = [FindingKind.UnknownInstance, FindingKind.Orphan];

    /// <summary>Adopts the machine read-only: it has no subject, and nothing is ever sent for it.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again has the same result.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Resource>> AdoptAsync(string id, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.DecideFindings) is { } forbidden)
        {
            return forbidden;
        }

        var key = KeyOf(actor, idempotencyKey, new { Action = "adopt", Finding = id });
        var machine = await MachineAsync(id, "adopt", assigning: false, key, cancellationToken);
        return machine.Problem is { } refused
            ? refused
            : await adopt.HandleAsync(new AdoptInstance(machine.Value.Account, machine.Value.Machine, null, null) { Key = key }, actor, cancellationToken);
    }

    /// <summary>Gives the machine, adopted before or not, to a subject that has none.</summary>
    /// <inheritdoc cref="AdoptAsync"/>
    /// <param name="request">To which subject.</param>
    public async Task<Result<Resource>> AssignAsync(AssignFinding request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.DecideFindings) is { } forbidden)
        {
            return forbidden;
        }

        if ((OrderInstanceRules.CheckSubject(new SubjectKey("", request.Kind, request.ExternalId))
            ?? OrderInstanceRules.CheckFingerprint(request.Fingerprint, "subject.fingerprint")) is { } malformed)
        {
            return malformed;
        }

        var key = KeyOf(actor, idempotencyKey, request);
        var machine = await MachineAsync(request.Id, "assign", assigning: true, key, cancellationToken);
        if (machine.Problem is { } refused)
        {
            return refused;
        }

        var source = await SourceAsync(request.Source, cancellationToken);
        return source.Problem ?? await adopt.HandleAsync(
            new AdoptInstance(
                machine.Value.Account,
                machine.Value.Machine,
                new SubjectKey(source.Value, request.Kind, request.ExternalId),
                request.Fingerprint)
            { Key = key },
            actor,
            cancellationToken);
    }

    private async Task<Result<(AccountId Account, ProviderInstanceId Machine)>> MachineAsync(
        string id, string action, bool assigning, RequestKey key, CancellationToken cancellationToken)
    {
        if (await findings.FindAsync(id, cancellationToken) is not { } finding)
        {
            return InventoryProblems.FindingNotFound();
        }

        if (!Adoptable.Contains(finding.Kind) || finding is not { Account: { } account, Machine: { } machine })
        {
            return InventoryProblems.WrongKind(action, finding.Kind, Adoptable);
        }

        if (finding.ResolvedAt is null)
        {
            return (account, machine);
        }

        // Resolved because it was adopted: whose it is may still be said, and the request that adopted it may be repeated.
        var resource = await resources.FindAsync(account, machine, cancellationToken);
        return resource is { State: Resource.Present } && (assigning || await adopt.IsKnownAsync(key, cancellationToken))
            ? (account, machine)
            : InventoryProblems.FindingResolved();
    }

    private async Task<Result<string>> SourceAsync(string? wanted, CancellationToken cancellationToken)
    {
        var known = (await keys.HandleAsync(cancellationToken)).Select(key => key.Source).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return wanted is null && known.Count == 1 ? known[0]
            : wanted is not null && known.Contains(wanted) ? wanted
            : InventoryProblems.SourceUnknown(wanted, known);
    }

    /// <summary>A blank cannot stand in the name of a source, so no source has the same keys.</summary>
    private static RequestKey KeyOf(Actor actor, string key, object request) => new($"key {actor.Id}", key, IdempotencyKeys.HashOf(request));
}

/// <summary>To which subject a found machine is given.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Source">Whose subject; null when there is one source only.</param>
/// <param name="Kind"><c>service</c> or <c>addon</c>.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Fingerprint">What tells that sale from another.</param>
public sealed record AssignFinding(string Id, string? Source, string Kind, string ExternalId, Fingerprint Fingerprint);
