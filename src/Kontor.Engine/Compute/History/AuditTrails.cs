using System.Runtime.CompilerServices;
using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Snapshots;

namespace Kontor.Engine.Compute.History;

/// <summary>The provider's trails, read in the same way.</summary>
internal static class AuditTrails
{
    private static readonly string[] NewestFirst = ["timestamp:DESC"];

    /// <summary>The pages of a trail from a day on, the newest rows first if the provider heeds that.</summary>
    public static IAsyncEnumerable<Page<AuditLine>> ReadAsync(IContaboClient client, string trail, DateOnly from, CancellationToken cancellationToken) => trail switch
    {
        AuditWords.Actions => LinesAsync(
            client.InstanceActionAudits.ListPagesAsync(new InstanceActionAuditFilter { StartDate = from, OrderBy = NewestFirst }, cancellationToken),
            row => row.InstanceId,
            cancellationToken),
        AuditWords.Snapshots => LinesAsync(
            client.SnapshotAudits.ListPagesAsync(new SnapshotAuditFilter { StartDate = from, OrderBy = NewestFirst }, cancellationToken),
            row => row.InstanceId,
            cancellationToken),
        _ => LinesAsync(
            client.InstanceAudits.ListPagesAsync(new InstanceAuditFilter { StartDate = from, OrderBy = NewestFirst }, cancellationToken),
            row => row.InstanceId,
            cancellationToken),
    };

    private static async IAsyncEnumerable<Page<AuditLine>> LinesAsync<T>(
        IAsyncEnumerable<Page<T>> pages, Func<T, long?> machineOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : AuditRow
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var lines = page.Items.Select(row => new AuditLine(row, machineOf(row))).ToList();
            yield return new Page<AuditLine>(lines, page.Number, page.TotalPages, page.TotalElements, page.Size);
        }
    }
}

/// <summary>A row of a trail, and the machine it is about.</summary>
internal sealed record AuditLine(AuditRow Row, long? Machine);
