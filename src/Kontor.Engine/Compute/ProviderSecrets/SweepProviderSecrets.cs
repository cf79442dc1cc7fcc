using Kontor.Contabo;
using Kontor.Contabo.Secrets;
using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>
/// Deletes secrets of ours that have served their operation, by number and by name, and those of our name that no row
/// knows. It never touches one that another installation or a person made.
/// </summary>
public sealed class SweepProviderSecrets(
    Database database,
    ProviderSecretStore rows,
    Installation installation,
    IIdSource ids,
    TimeProvider clock,
    ComputeOptions options,
    ILogger<SweepProviderSecrets> log)
{
    /// <summary>What no row knows may be that of a database that was put back just now: it is given a day.</summary>
    private static readonly TimeSpan StrangeFor = TimeSpan.FromDays(1);

    private static readonly Actor Sweep = Actor.Kontor("sweep");

    /// <summary>Sweeps one account once.</summary>
    public async Task RunAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        if (await rows.AnyOverAsync(account.Id, cancellationToken))
        {
            await database.WriteAsync(
                "provider_secret.over", unit => ProviderSecretStore.SetTimesAsync(unit, account.Id, options.SecretGrace), cancellationToken);
        }

        try
        {
            var (ours, complete) = await ListAsync(account, cancellationToken);
            await DeleteStrayAsync(account, ours, cancellationToken);
            await DeleteDueAsync(account, ours, complete, cancellationToken);
        }
        catch (ContaboApiException failure)
        {
            log.SecretSweepFailed(account.Id.Value, failure.Message);
        }
    }

    private async Task<(ILookup<string, Secret> Ours, bool Complete)> ListAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        var check = new PageCheck();
        var ours = new List<Secret>();
        var filter = new SecretFilter { Name = ProviderSecretName.PrefixOf(installation) };
        await foreach (var page in account.Client.Secrets.ListPagesAsync(filter, cancellationToken))
        {
            check.Add(page, secret => $"{secret.SecretId}");
            ours.AddRange(page.Items.Where(secret => secret.SecretId is not null && ProviderSecretName.IsOurs(installation, secret.Name)));
        }

        return (ours.ToLookup(secret => secret.Name!), check.Complete);
    }

    private async Task DeleteDueAsync(ContaboAccount account, ILookup<string, Secret> ours, bool complete, CancellationToken cancellationToken)
    {
        foreach (var due in await rows.DueAsync(account.Id, clock.GetUtcNow(), cancellationToken))
        {
            var standing = ours[due.Name].Select(secret => secret.SecretId!.Value);
            foreach (var id in due.ProviderId is { } known ? standing.Prepend(known).Distinct() : standing)
            {
                await DeleteAsync(account, id, cancellationToken);
            }

            // A list that lacks a page may lack a second one of that name.
            if (complete)
            {
                await database.WriteAsync("provider_secret.deleted", unit => ProviderSecretStore.DeletedAsync(unit, due), cancellationToken);
            }
        }
    }

    /// <summary>What came to stand there after its row was done with, and what no row knows.</summary>
    private async Task DeleteStrayAsync(ContaboAccount account, ILookup<string, Secret> ours, CancellationToken cancellationToken)
    {
        var known = (await rows.FindAllAsync([.. ours.Select(group => group.Key)], cancellationToken)).ToDictionary(row => row.Name);
        foreach (var secret in ours.SelectMany(group => group))
        {
            var isStray = known.TryGetValue(secret.Name!, out var row)
                ? row.DeletedAt is not null
                : secret.CreatedAt <= clock.GetUtcNow() - StrangeFor;
            if (isStray && await DeleteAsync(account, secret.SecretId!.Value, cancellationToken))
            {
                await database.WriteAsync(
                    "provider_secret.stray",
                    unit => AuditTrail.AppendAsync(unit, Sweep, "provider_secret.stray_deleted", row?.Id, new { Secret = secret.SecretId }),
                    cancellationToken);
            }
        }
    }

    /// <summary>Deletes one; twice is harmless, and one that is gone is done with.</summary>
    /// <returns>False when it was gone before.</returns>
    private async Task<bool> DeleteAsync(ContaboAccount account, long id, CancellationToken cancellationToken)
    {
        try
        {
            await account.Client.Secrets.DeleteAsync(id, new RequestId(ids.NewRequestId()), cancellationToken);
            return true;
        }
        catch (ContaboApiException gone) when (gone is { Status: 404, ProviderMessages.Count: > 0 })
        {
            return false;
        }
    }
}
