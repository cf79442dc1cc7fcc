using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of findings; the same thing seen again is the same finding. Each is a task for the staff while it is so.</summary>
public sealed class FindingStore(Database database, IIdSource ids, TaskStore tasks)
{
    private static readonly Actor Inventory = Actor.Kontor("inventory");

    /// <summary>Raises a finding, or notes that it is still so.</summary>
    public async Task RaiseAsync(UnitOfWork unit, NewFinding found)
    {
        var seenAgain = await unit.Db.GetTable<Finding>()
            .Where(row => row.Kind == found.Kind && row.About == found.About && row.ResolvedAt == null)
            .Set(row => row.LastSeenAt, unit.Now)
            .Set(row => row.Detail, found.Detail)
            .UpdateAsync();
        if (seenAgain > 0)
        {
            await RefreshTasksAsync(unit, found);
            return;
        }

        var finding = new Finding
        {
            Id = ids.NewId(),
            Kind = found.Kind,
            About = found.About,
            Account = found.Account,
            SubjectId = found.SubjectId,
            Detail = found.Detail,
            FirstSeenAt = unit.Now,
            LastSeenAt = unit.Now,
        };
        await unit.Db.InsertAsync(finding);
        unit.Publish(new FindingRaised(found.SubjectId?.Value, finding.Id, finding.Kind));
        await tasks.OpenAsync(unit, FindingTask.Of(finding), Inventory);
    }

    /// <summary>Whether an open finding was seen after a time.</summary>
    public Task<bool> WasSeenAsync(string kind, string about, DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().AnyAsync(
            row => row.Kind == kind && row.About == about && row.ResolvedAt == null && row.LastSeenAt > after, cancellationToken),
        cancellationToken);

    /// <summary>Closes a finding that is no longer so, and its task.</summary>
    public static async Task ResolveAsync(UnitOfWork unit, string kind, string about)
    {
        foreach (var id in await OpenIdsAsync(unit, kind, about))
        {
            await unit.Db.GetTable<Finding>()
                .Where(row => row.Id == id && row.ResolvedAt == null)
                .Set(row => row.ResolvedAt, unit.Now)
                .UpdateAsync();
            await TaskStore.CompleteAsync(unit, FindingTask.Kind, id, "What was found is no longer so.", Inventory);
        }
    }

    /// <summary>Lists findings, newest first.</summary>
    public Task<List<Finding>> ListAsync(bool open, string? before, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>()
            .Where(row => !open || row.ResolvedAt == null)
            .Where(row => before == null || string.Compare(row.Id, before) < 0)
            .OrderByDescending(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    private static async Task RefreshTasksAsync(UnitOfWork unit, NewFinding found)
    {
        foreach (var id in await OpenIdsAsync(unit, found.Kind, found.About))
        {
            await TaskStore.RefreshAsync(unit, FindingTask.Kind, id, found.Detail, Inventory);
        }
    }

    private static Task<List<string>> OpenIdsAsync(UnitOfWork unit, string kind, string about) => unit.Db.GetTable<Finding>()
        .Where(row => row.Kind == kind && row.About == about && row.ResolvedAt == null)
        .Select(row => row.Id)
        .ToListAsync();
}

/// <summary>A finding before it has a row.</summary>
/// <param name="Kind">One of <see cref="FindingKind"/>.</param>
/// <param name="About">What it is about, the same text each time.</param>
/// <param name="Detail">One sentence for a person: what is so, and what to do.</param>
/// <param name="Account">The account it was seen on.</param>
/// <param name="SubjectId">The subject it concerns.</param>
public sealed record NewFinding(string Kind, string About, string Detail, AccountId? Account = null, SubjectId? SubjectId = null);
