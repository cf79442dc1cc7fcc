using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute;

/// <summary>Reads one instance: from the mirror while that is fresh, else from the provider, which freshens the mirror.</summary>
public sealed class InstanceReader(Database database, ResourceStore resources, ContaboAccounts accounts, MirrorUpdate mirrorUpdate, TimeProvider clock)
{
    /// <summary>Reads an instance no older than asked, or as old as it must be when the provider cannot be asked.</summary>
    public async Task<InstanceRow> ReadAsync(ResourceId id, TimeSpan maximumAge, CancellationToken cancellationToken)
    {
        var (resource, mirror) = (await resources.FindAsync(id, cancellationToken))!.Value;
        return mirror.Status is not null && clock.GetUtcNow() - mirror.SeenAt < maximumAge
            ? mirror
            : await AskAsync(resource, cancellationToken) ?? mirror;
    }

    /// <summary>Asks the provider.</summary>
    /// <returns>What it said; null when it could not be asked or did not know the instance, neither of which proves anything.</returns>
    public async Task<InstanceRow?> AskAsync(Resource resource, CancellationToken cancellationToken)
    {
        if (accounts.Find(resource.Account) is not { } account)
        {
            return null;
        }

        try
        {
            var seen = await account.Client.Instances.FindAsync(resource.ProviderId.Value, cancellationToken);
            return seen is null ? null : await KeepAsync(resource, InstanceRow.Of(resource.Id, seen, clock.GetUtcNow()), cancellationToken);
        }
        catch (ContaboApiException)
        {
            // Nothing was learned, which is what null says; the account's health shows the reason.
            return null;
        }
    }

    /// <summary>Keeps what is news; what was known costs no write.</summary>
    private async Task<InstanceRow> KeepAsync(Resource resource, InstanceRow row, CancellationToken cancellationToken)
    {
        var (_, mirror) = (await resources.FindAsync(resource.Id, cancellationToken))!.Value;
        if (row.DiffersFrom(mirror))
        {
            await database.WriteAsync("inventory.instance_read", unit => mirrorUpdate.KeepAsync(unit, resource, row), cancellationToken);
        }

        return row;
    }
}
