using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.History;

/// <summary>
/// Reads what is new in the provider's audits. Rows come late and may be missing, and filters may be ignored, so nothing is
/// concluded from what is not there; a first page that counts as many rows as before is all that is read.
/// </summary>
public sealed class ReadAudits(Database database, AuditCursorStore cursors, KeepAudit keep, TimeProvider clock, ILogger<ReadAudits> log)
{
    /// <summary>Snapshots change nothing that a list shows, so their trail is read more rarely.</summary>
    private readonly Pace _snapshots = new(TimeSpan.FromMinutes(5), dueAtFirst: false);

    /// <summary>Reads the trails of an account.</summary>
    public async Task RunAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(account, AuditWords.Actions, cancellationToken);
            await ReadAsync(account, AuditWords.Instances, cancellationToken);
            if (_snapshots.IsDue(account.Id, clock.GetUtcNow()))
            {
                await ReadAsync(account, AuditWords.Snapshots, cancellationToken);
            }
        }
        catch (ContaboApiException failure)
        {
            log.AuditsFailed(account.Id.Value, failure.Message);
        }
    }

    private async Task ReadAsync(ContaboAccount account, string trail, CancellationToken cancellationToken)
    {
        var cursor = await CursorAsync(account, trail, cancellationToken);
        var (check, found) = (new PageCheck(), 0L);
        await foreach (var page in AuditTrails.ReadAsync(account.Client, trail, cursor.FirstDay, cancellationToken))
        {
            check.Add(page, line => line.Row.Id);
            if (page.TotalElements is { } total && cursor.Total == total)
            {
                return;
            }

            found += await database.WriteAsync("inventory.audits", unit => TakeAsync(unit, cursor, page, found, check.Complete), cancellationToken);
            if (IsAll(cursor, page, found))
            {
                return;
            }
        }
    }

    /// <summary>Where to go on. A new day forgets the oldest one, and with it the count.</summary>
    private async Task<AuditCursor> CursorAsync(ContaboAccount account, string trail, CancellationToken cancellationToken)
    {
        var yesterday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        var known = await cursors.FindAsync(account.Id, trail, cancellationToken);
        return known is null || known.FirstDay < yesterday
            ? new AuditCursor { Account = account.Id, Trail = trail, FirstDay = yesterday }
            : known;
    }

    /// <summary>Keeps what is new on a page.</summary>
    /// <returns>How many rows were new.</returns>
    private async Task<int> TakeAsync(UnitOfWork unit, AuditCursor cursor, Page<AuditLine> page, long foundBefore, bool complete)
    {
        var seen = await AuditCursorStore.SeenAsync(unit, cursor.Account, cursor.Trail, [.. page.Items.Select(line => line.Row.Id).OfType<long>()]);
        var found = 0;
        foreach (var act in page.Items.Select(line => AuditAct.Of(cursor.Trail, line.Row, line.Machine)).OfType<AuditAct>().Reverse())
        {
            // The provider ignores a filter it does not know and then lists everything.
            var day = DateOnly.FromDateTime(act.At.UtcDateTime);
            if (day >= cursor.FirstDay && seen.Add(act.Number))
            {
                found++;
                await AuditCursorStore.AddAsync(unit, new SeenAudit { Account = cursor.Account, Trail = cursor.Trail, AuditId = act.Number, Day = day });
                await keep.KeepAsync(unit, cursor.Account, act);
            }
        }

        if (complete || IsAll(cursor, page, foundBefore + found))
        {
            await AuditCursorStore.PutAsync(unit, cursor with { Total = page.TotalElements });
        }

        return found;
    }

    /// <summary>Whether as many new rows were found as the provider counts more than before.</summary>
    private static bool IsAll(AuditCursor cursor, Page<AuditLine> page, long found) => cursor.Total is { } before && page.TotalElements - before == found;
}
