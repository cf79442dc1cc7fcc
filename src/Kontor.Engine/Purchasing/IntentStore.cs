using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Purchasing;

/// <summary>The rows of intents; one per operation and attempt, which the primary key holds too.</summary>
public sealed class IntentStore(Database database)
{
    private static readonly string[] UnderWay = [OperationStore.StatusName(OperationStatus.Pending), OperationStore.StatusName(OperationStatus.Running)];

    public static Task InsertAsync(UnitOfWork unit, Intent intent) => unit.Db.InsertAsync(intent);

    public static Task<Intent> GetAsync(UnitOfWork unit, OperationId operation, int attempt) =>
        unit.Db.GetTable<Intent>().FirstAsync(row => row.OperationId == operation && row.Attempt == attempt);

    /// <summary>The intent that carried a request id; null when none did.</summary>
    public static Task<Intent?> FindAsync(UnitOfWork unit, string requestId) => unit.Db.GetTable<Intent>().FirstOrDefaultAsync(row => row.RequestId == requestId);

    /// <summary>What was aimed at a machine since a time, or for an operation that is still under way, and may have reached it; newest first.</summary>
    public static Task<List<Intent>> NewestAsync(UnitOfWork unit, AccountId account, ProviderInstanceId target, DateTimeOffset since) => unit.Db.GetTable<Intent>()
        .Where(row => row.Target == target && row.Account == account && row.Outcome != IntentOutcome.Refused)
        .Where(row => row.CreatedAt >= since
            || unit.Db.GetTable<Operation>().Any(operation => operation.Id == row.OperationId && UnderWay.Contains(operation.Status)))
        .OrderByDescending(row => row.CreatedAt)
        .ToListAsync();

    /// <summary>Records what came of an intent.</summary>
    public static Task CloseAsync(UnitOfWork unit, OperationId operation, int attempt, string outcome, string? detail) => unit.Db.GetTable<Intent>()
        .Where(row => row.OperationId == operation && row.Attempt == attempt)
        .Set(row => row.Outcome, outcome)
        .Set(row => row.OutcomeDetail, detail)
        .Set(row => row.OutcomeAt, unit.Now)
        .UpdateAsync();

    /// <summary>Records what became of all intents of an operation whose outcome was unknown.</summary>
    public static Task ResolveAsync(UnitOfWork unit, OperationId operation, string outcome, string detail) => unit.Db.GetTable<Intent>()
        .Where(row => row.OperationId == operation && (row.Outcome == IntentOutcome.Unknown || row.Outcome == IntentOutcome.Open))
        .Set(row => row.Outcome, outcome)
        .Set(row => row.OutcomeDetail, detail)
        .Set(row => row.OutcomeAt, unit.Now)
        .UpdateAsync();

    /// <summary>How many purchases on an account have an unknown outcome that nobody resolved yet.</summary>
    /// <remarks>Cancellations and other changes do not count: they cost nothing.</remarks>
    public static Task<int> CountUnresolvedAsync(UnitOfWork unit, AccountId account) => unit.Db.GetTable<Intent>()
        .CountAsync(row => row.Account == account && (row.Action == Intent.Create || row.Action == Intent.AddOn) && row.Outcome == IntentOutcome.Unknown);

    /// <summary>All intents of an operation, inside a transaction.</summary>
    public static Task<List<Intent>> ListAsync(UnitOfWork unit, OperationId operation) =>
        unit.Db.GetTable<Intent>().Where(row => row.OperationId == operation).OrderBy(row => row.Attempt).ToListAsync();

    public Task<Intent> GetAsync(OperationId operation, int attempt, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Intent>().FirstAsync(row => row.OperationId == operation && row.Attempt == attempt, cancellationToken),
        cancellationToken);

    public Task<List<Intent>> ListAsync(OperationId operation, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.GetTable<Intent>().Where(row => row.OperationId == operation).OrderBy(row => row.Attempt).ToListAsync(cancellationToken),
        cancellationToken);
}
