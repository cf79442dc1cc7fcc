using Kontor.Api.Operations;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Common.Waiting;

/// <summary>An operation in a row.</summary>
internal static class OperationColumns
{
    public static IReadOnlyList<Column<OperationResponse>> All { get; } =
    [
        new("id", operation => operation.Id),
        new("type", operation => operation.Type),
        new("status", operation => Cell.Word(operation.Status)),
        new("state", operation => operation.State),
        new("subject", operation => operation.SubjectId),
        new("instance", operation => operation.InstanceId),
        new("updated", operation => Cell.Instant(operation.UpdatedAt)),
        new("problem", operation => operation.Problem?.Code),
    ];
}
