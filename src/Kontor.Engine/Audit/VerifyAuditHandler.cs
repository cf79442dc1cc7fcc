using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Audit;

/// <summary>Reads the whole audit trail, one row at a time, and finds the first row that was tampered with.</summary>
/// <remarks>
/// It sees rows edited, restamped, removed from the middle, put in and moved. It cannot see that the newest rows were cut
/// off, nor that somebody who can write the file recomputed every hash from a changed row to the end: for both there is the
/// head that is noted outside the database (<c>Recovery</c>).
/// </remarks>
public sealed class VerifyAuditHandler(Database database)
{
    public Task<AuditVerdict> HandleAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(db => VerifyAsync(db, cancellationToken), cancellationToken);

    private static async Task<AuditVerdict> VerifyAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var (rows, head) = (0L, AuditTrail.Root);
        await foreach (var row in db.GetTable<AuditRow>().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Fault(row, rows + 1, head) is { } fault)
            {
                return new(false, rows, rows + 1, fault, head);
            }

            (rows, head) = (row.Sequence, row.Hash);
        }

        return new(true, rows, null, null, head);
    }

    private static string? Fault(AuditRow row, long expected, string previous) =>
        row.Sequence != expected ? $"Row {expected} is missing; the next one there is {row.Sequence}."
        : row.PreviousHash != previous ? $"Row {expected} does not follow the row before it: one of the two was changed or moved."
        : row.Hash != AuditTrail.HashOf(row) ? $"Row {expected} is not as it was written."
        : null;
}
