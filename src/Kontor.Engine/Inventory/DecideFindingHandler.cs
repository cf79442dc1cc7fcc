using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tenancy;
using LinqToDB;

namespace Kontor.Engine.Inventory;

/// <summary>A person's decision that a finding does not matter, or that it does after all. Nothing else follows from it.</summary>
public sealed class DecideFindingHandler(Database database, TaskStore tasks)
{
    private const int LongestReason = 200;

    /// <summary>Ignores a finding until its cause is another.</summary>
    public async Task<Result<Finding>> IgnoreAsync(string id, string reason, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.DecideFindings) is { } refused)
        {
            return refused;
        }

        var text = reason.Trim();
        return !PlainText.IsLine(text, LongestReason)
            ? InventoryProblems.ReasonInvalid(LongestReason)
            : await database.WriteAsync("inventory.finding_ignored", unit => IgnoreAsync(unit, id, text, actor), cancellationToken);
    }

    /// <summary>Takes back that a finding was ignored.</summary>
    public async Task<Result<Finding>> ReopenAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.DecideFindings) is { } refused
            ? refused
            : await database.WriteAsync("inventory.finding_reopened", unit => ReopenAsync(unit, id, actor), cancellationToken);

    private async Task<Result<Finding>> IgnoreAsync(UnitOfWork unit, string id, string reason, Actor actor)
    {
        if (await FindingStore.FindAsync(unit, id) is not { } finding)
        {
            return InventoryProblems.FindingNotFound();
        }

        if (finding.ResolvedAt is not null)
        {
            return InventoryProblems.FindingResolved();
        }

        return await KeepAsync(unit, finding with { IgnoredAt = finding.IgnoredAt ?? unit.Now, IgnoredReason = reason, Cause = finding.Cause ?? finding.Detail }, actor);
    }

    private async Task<Result<Finding>> ReopenAsync(UnitOfWork unit, string id, Actor actor)
    {
        if (await FindingStore.FindAsync(unit, id) is not { } finding)
        {
            return InventoryProblems.FindingNotFound();
        }

        if (finding.ResolvedAt is not null)
        {
            return InventoryProblems.FindingResolved();
        }

        return finding.IgnoredAt is null
            ? InventoryProblems.FindingNotIgnored()
            : await KeepAsync(unit, finding with { IgnoredAt = null, IgnoredReason = null }, actor);
    }

    /// <summary>The reason is not in the audit row: people write names into reasons, and audit rows are never erased.</summary>
    private async Task<Finding> KeepAsync(UnitOfWork unit, Finding finding, Actor actor)
    {
        await unit.Db.GetTable<Finding>()
            .Where(row => row.Id == finding.Id && row.ResolvedAt == null)
            .Set(row => row.IgnoredAt, finding.IgnoredAt)
            .Set(row => row.IgnoredReason, finding.IgnoredReason)
            .Set(row => row.Cause, finding.Cause)
            .UpdateAsync();
        await (finding.IgnoredReason is { } reason
            ? TaskStore.CompleteAsync(unit, FindingTask.Kind, finding.Id, $"Ignored: {reason}", actor)
            : tasks.OpenAsync(unit, FindingTask.Of(finding), actor));
        await AuditTrail.AppendAsync(
            unit, actor, finding.IgnoredAt is null ? "inventory.finding_reopened" : "inventory.finding_ignored", finding.Id, new { finding.Kind, finding.About });
        return finding;
    }
}
