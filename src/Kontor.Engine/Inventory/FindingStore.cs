using Kontor.Engine.Common;
using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Inventory;

/// <summary>The rows of findings; the same thing seen again is the same finding.</summary>
public sealed class FindingStore(Database database, IIdSource ids)
{
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

        var open = known.IgnoredAt is null || known.Cause != cause;
        await unit.Db.UpdateAsync(known with
        {
            LastSeenAt = unit.Now,
            Detail = found.Detail,
            Cause = cause,
            IgnoredAt = open ? null : known.IgnoredAt,
            IgnoredReason = open ? null : known.IgnoredReason,
        });
        if (open && known.IgnoredAt is not null)
        {
            unit.Publish(new FindingRaised(found.SubjectId?.Value, known.Id, known.Kind));
        }
    }

    /// <summary>The finding, inside a transaction.</summary>
    public static Task<Finding?> FindAsync(UnitOfWork unit, string id) => unit.Db.GetTable<Finding>().FirstOrDefaultAsync(row => row.Id == id);

    public Task<Finding?> FindAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken);

    /// <summary>What of a kind is not resolved on an account.</summary>
    public Task<List<Finding>> UnresolvedAsync(string kind, AccountId account, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Finding>().Where(row => row.Kind == kind && row.Account == account && row.ResolvedAt == null).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>Closes a finding that is no longer so.</summary>
    public static Task ResolveAsync(UnitOfWork unit, string kind, string about) => unit.Db.GetTable<Finding>()
        .Where(row => row.Kind == kind && row.About == about && row.ResolvedAt == null)
        .Set(row => row.ResolvedAt, unit.Now)
        .UpdateAsync();

    /// <summary>Says an unresolved finding in other words; whether it is ignored stays as it is.</summary>
    public static Task RewordAsync(UnitOfWork unit, string kind, string about, string detail) => unit.Db.GetTable<Finding>()
        .Where(row => row.Kind == kind && row.About == about && row.ResolvedAt == null)
        .Set(row => row.Detail, detail)
        .UpdateAsync();

    /// <summary>Closes whatever was found about something that is there no more.</summary>
    public static async Task ResolveAllAsync(UnitOfWork unit, string about)
    {
        foreach (var kind in FindingKind.All)
        {
            await ResolveAsync(unit, kind, about);
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
        unit.Publish(new FindingRaised(found.SubjectId?.Value, finding.Id, finding.Kind));
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
    string Kind, string About, string Detail, AccountId? Account = null, SubjectId? SubjectId = null, string? Cause = null);
