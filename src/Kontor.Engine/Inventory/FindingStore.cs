using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Inventory;

/// <summary>
/// The rows of findings; the same thing seen again is the same finding. Each is a task for the staff while it is so and nobody
/// said that it does not matter.
/// </summary>
public sealed class FindingStore(Database database, IIdSource ids, TaskStore tasks)
{
    private static readonly Actor Inventory = Actor.Kontor("inventory");

    /// <summary>Raises a finding, or notes that it is still so. One that was ignored stays so until its cause is another.</summary>
    public async Task RaiseAsync(UnitOfWork unit, NewFinding found)
    {
        var cause = found.Cause ?? found.Detail;
        var known = await unit.Db.GetTable<Finding>()
            .FirstOrDefaultAsync(row => row.Kind == found.Kind && row.About == found.About && row.ResolvedAt == null);
        if (known is null)
        {
            await InsertAsync(unit, found, cause);
            return;
        }

        var (ignored, open) = (known.IgnoredAt is not null, known.IgnoredAt is null || known.Cause != cause);
        var now = known with { LastSeenAt = unit.Now, Detail = found.Detail, Cause = cause };
        await unit.Db.UpdateAsync(open ? now with { IgnoredAt = null, IgnoredReason = null } : now);
        if (ignored && open)
        {
            await AnnounceAsync(unit, now);
        }
        else if (open)
        {
            await TaskStore.RefreshAsync(unit, FindingTask.Kind, known.Id, found.Detail, Inventory);
        }
    }

    /// <summary>The finding, inside a transaction.</summary>
    public static Task<Finding?> FindAsync(UnitOfWork unit, string id) => unit.Db.GetTable<Finding>().FirstOrDefaultAsync(row => row.Id == id);

    public Task<Finding?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken);

    /// <summary>Whether an unresolved finding was seen after a time.</summary>
    public Task<bool> WasSeenAsync(string kind, string about, DateTimeOffset after, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().AnyAsync(
            row => row.Kind == kind && row.About == about && row.ResolvedAt == null && row.LastSeenAt > after, cancellationToken),
        cancellationToken);

    /// <summary>What of a kind is not resolved on an account.</summary>
    public Task<List<Finding>> UnresolvedAsync(string kind, AccountId account, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().Where(row => row.Kind == kind && row.Account == account && row.ResolvedAt == null).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Closes a finding that is no longer so, and its task.</summary>
    public static Task ResolveAsync(UnitOfWork unit, string kind, string about) =>
        ResolveAsync(unit, unit.Db.GetTable<Finding>().Where(row => row.Kind == kind && row.About == about && row.ResolvedAt == null));

    /// <summary>Closes whatever was found about something that is there no more.</summary>
    public static Task ResolveAllAsync(UnitOfWork unit, string about) => ResolveAsync(
        unit, unit.Db.GetTable<Finding>().Where(row => FindingKind.All.Contains(row.Kind) && row.About == about && row.ResolvedAt == null));

    /// <summary>Closes what is no longer so, and raises what is.</summary>
    public async Task KeepAsync(UnitOfWork unit, IEnumerable<Finding> over, IEnumerable<NewFinding> found)
    {
        foreach (var finding in over)
        {
            await ResolveAsync(unit, finding.Kind, finding.About);
        }

        foreach (var finding in found)
        {
            await RaiseAsync(unit, finding);
        }
    }

    /// <summary>Says an unresolved finding in other words; whether it is ignored stays as it is.</summary>
    public static async Task RewordAsync(UnitOfWork unit, string kind, string about, string detail)
    {
        var known = await unit.Db.GetTable<Finding>().FirstOrDefaultAsync(row => row.Kind == kind && row.About == about && row.ResolvedAt == null);
        if (known is not null)
        {
            await unit.Db.UpdateAsync(known with { Detail = detail });
            await TaskStore.RefreshAsync(unit, FindingTask.Kind, known.Id, detail, Inventory);
        }
    }

    /// <summary>Lists findings, newest first.</summary>
    public Task<List<Finding>> ListAsync(FindingFilter filter, CancellationToken cancellationToken) => database.ReadAsync(
        db => InState(db.GetTable<Finding>(), filter.State)
            .Where(row => filter.Kind == null || row.Kind == filter.Kind)
            .Where(row => filter.Before == null || string.Compare(row.Id, filter.Before) < 0)
            .OrderByDescending(row => row.Id)
            .Take(filter.Limit)
            .ToListAsync(cancellationToken),
        cancellationToken);

    private static IQueryable<Finding> InState(IQueryable<Finding> findings, string? state) => state switch
    {
        null => findings,
        FindingState.Resolved => findings.Where(row => row.ResolvedAt != null),
        FindingState.Ignored => findings.Where(row => row.ResolvedAt == null && row.IgnoredAt != null),
        _ => findings.Where(row => row.ResolvedAt == null && row.IgnoredAt == null),
    };

    private static async Task ResolveAsync(UnitOfWork unit, IQueryable<Finding> findings)
    {
        foreach (var id in await findings.Select(row => row.Id).ToListAsync())
        {
            await unit.Db.GetTable<Finding>()
                .Where(row => row.Id == id && row.ResolvedAt == null)
                .Set(row => row.ResolvedAt, unit.Now)
                .UpdateAsync();
            await TaskStore.CompleteAsync(unit, FindingTask.Kind, id, "What was found is no longer so.", Inventory);
        }
    }

    private async Task InsertAsync(UnitOfWork unit, NewFinding found, string cause)
    {
        var finding = new Finding
        {
            Id = ids.NewId(),
            Kind = found.Kind,
            About = found.About,
            Account = found.Account,
            SubjectId = found.SubjectId,
            Detail = found.Detail,
            Cause = cause,
            FirstSeenAt = unit.Now,
            LastSeenAt = unit.Now,
        };
        await unit.Db.InsertAsync(finding);
        await AnnounceAsync(unit, finding);
    }

    private Task AnnounceAsync(UnitOfWork unit, Finding finding)
    {
        unit.Publish(new FindingRaised(finding.SubjectId?.Value, finding.Id, finding.Kind));
        return tasks.OpenAsync(unit, FindingTask.Of(finding), Inventory);
    }
}

/// <summary>A finding before it has a row.</summary>
/// <param name="Kind">One of <see cref="FindingKind"/>.</param>
/// <param name="About">What it is about, the same text each time.</param>
/// <param name="Detail">One sentence for a person: what is so, and what to do.</param>
/// <param name="Account">The account it was seen on.</param>
/// <param name="SubjectId">The subject it concerns.</param>
/// <param name="Cause">What must change before an ignored finding is open again; null for <paramref name="Detail"/>.</param>
public sealed record NewFinding(
    string Kind, string About, string Detail, AccountId? Account = null, SubjectId? SubjectId = null, string? Cause = null)
{
    /// <summary>A finding about a machine of ours.</summary>
    public static NewFinding OfMachine(string kind, Resource resource, string detail) =>
        new(kind, Finding.AboutMachine(resource), detail, resource.Account, resource.SubjectId);
}
