using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using LinqToDB.Data;

namespace Kontor.Engine.Images;

/// <summary>Whether there is room for an image: the account's at Contabo, and what one client may have of it.</summary>
public sealed class ImageSpace(ContaboAccounts accounts, ImageOptions options)
{
    /// <summary>Reads an account's room.</summary>
    /// <returns>Null when Contabo does not say it, which proves nothing.</returns>
    /// <exception cref="ContaboApiException">It could not be read.</exception>
    internal static async Task<AccountSpace?> ReadAsync(IContaboClient client, CancellationToken cancellationToken)
    {
        var stats = await client.Images.GetStatsAsync(cancellationToken);
        return stats is { TotalSizeMb: { } total, UsedSizeMb: { } used }
            ? new AccountSpace((long)total, (long)used, (long)(stats.FreeSizeMb ?? Math.Max(0, total - used)), stats.CurrentImagesCount)
            : null;
    }

    /// <summary>Asks Contabo for an account's room.</summary>
    /// <returns>Null when it could not be asked or did not say, which proves nothing.</returns>
    public async Task<AccountSpace?> AskAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            return accounts.Find(account) is { } known ? await ReadAsync(known.Client, cancellationToken) : null;
        }
        catch (ContaboApiException)
        {
            // Not known is no reason to refuse: Contabo itself refuses what does not fit.
            return null;
        }
    }

    /// <summary>What the account's room forbids; null when nothing, or when nobody knows.</summary>
    internal static Problem? Refusal(AccountSpace? space, long? announced) =>
        space is { } known && (known.FreeMib <= 0 || announced > known.FreeMib) ? ImageProblems.NoRoom(known, announced ?? 0) : null;

    /// <summary>What the client's share forbids; null when nothing.</summary>
    internal async Task<Problem?> RefusalAsync(DataConnection db, string source, string client, long? announced)
    {
        var share = await ImageStore.ShareAsync(db, source, client);
        return share.Count >= options.PerClient ? ImageProblems.TooMany(options.PerClient)
            : share.Mib >= options.MibPerClient || share.Mib + (announced ?? 0) > options.MibPerClient
                ? ImageProblems.OverShare(share.Mib, announced ?? 0, options.MibPerClient)
            : null;
    }
}

/// <summary>An account's room for custom images, as Contabo says, in MiB.</summary>
/// <param name="TotalMib">All of it.</param>
/// <param name="UsedMib">What is taken.</param>
/// <param name="FreeMib">What is left.</param>
/// <param name="Count">How many images take it; null when Contabo does not say.</param>
public sealed record AccountSpace(long TotalMib, long UsedMib, long FreeMib, long? Count);
