using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Reads the rows a test wants to see.</summary>
internal static class Reading
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<List<T>> AllAsync<T>(this EngineFixture engine)
        where T : class => engine.Rows.ReadAsync(db => db.GetTable<T>().ToListAsync(Cancel), Cancel);

    public static async Task<List<Intent>> IntentsAsync(this EngineFixture engine, OperationId operation) =>
        [.. (await engine.AllAsync<Intent>()).Where(intent => intent.OperationId == operation).OrderBy(intent => intent.Attempt)];

    /// <summary>The machine of a subject's generation, as our rows have it.</summary>
    public static async Task<Resource> ResourceAsync(this EngineFixture engine, SubjectId subject, int generation = 1) =>
        (await engine.AllAsync<Resource>()).Single(row => row.SubjectId == subject && row.Generation == generation);

    public static async Task<Contract> ContractAsync(this EngineFixture engine, ResourceId resource) =>
        (await engine.AllAsync<Contract>()).Single(row => row.ResourceId == resource);

    /// <summary>The findings that are still so.</summary>
    public static async Task<List<Finding>> FindingsAsync(this EngineFixture engine) =>
        [.. (await engine.AllAsync<Finding>()).Where(finding => finding.ResolvedAt is null)];

    public static async Task<List<AuditRow>> AuditAsync(this EngineFixture engine, string action) =>
        [.. (await engine.AllAsync<AuditRow>()).Where(row => row.Action == action)];
}
