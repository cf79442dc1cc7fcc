using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Bulk;

namespace Kontor.Server.Compute;

/// <summary>Wishes for many machines on the wire.</summary>
internal static class BulkMapping
{
    public static BulkResponse ToResponse(this ShownBulk shown) => new()
    {
        Id = shown.Row.Id,
        Action = shown.Row.Action,
        Limit = shown.Row.AtOnce,
        State = StateOf(shown.Row),
        Counts = CountsOf(shown.Items),
        Items = [.. shown.Items.Select(ToResponse)],
        CreatedAt = shown.Row.CreatedAt,
        FinishedAt = shown.Row.FinishedAt,
    };

    public static BulkPreviewResponse ToResponse(this BulkPreview preview) => new()
    {
        WouldBegin = preview.Items.Count(item => item.Problem is null),
        Items = [.. preview.Items.Select(item => new BulkPreviewItem { InstanceId = item.Instance, Problem = ToResponse(item.Problem) })],
    };

    private static BulkItemResponse ToResponse(BulkItem item) => new()
    {
        InstanceId = item.Instance,
        State = Enum.Parse<BulkItemState>(item.State, ignoreCase: true),
        Round = item.Round,
        OperationId = item.OperationId?.Value,
        Problem = item.ProblemCode is { } code ? new OperationProblem { Code = code, Detail = item.ProblemDetail } : null,
    };

    private static OperationProblem? ToResponse(Problem? problem) =>
        problem is null ? null : new OperationProblem { Code = problem.Code, Detail = problem.Detail };

    private static BulkState StateOf(BulkRow row) => (row.FinishedAt, row.StopRequestedAt) switch
    {
        (null, null) => BulkState.Running,
        (null, _) => BulkState.Stopping,
        (_, null) => BulkState.Done,
        _ => BulkState.Stopped,
    };

    private static BulkCounts CountsOf(IReadOnlyList<BulkItem> items) => new()
    {
        Waiting = items.Count(item => item.State == BulkItem.Waiting),
        Running = items.Count(item => item.State == BulkItem.Running),
        Succeeded = items.Count(item => item.State == BulkItem.Succeeded),
        Failed = items.Count(item => item.State == BulkItem.Failed),
        Stopped = items.Count(item => item.State == BulkItem.Stopped),
    };
}
