using System.Collections.Frozen;
using Kontor.Api.Operations;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using EngineStatus = Kontor.Engine.Operations.OperationStatus;
using OperationStatus = Kontor.Api.Operations.OperationStatus;

namespace Kontor.Server.Operations;

/// <summary>Operations on the wire.</summary>
internal static class OperationMapping
{
    private static readonly FrozenDictionary<string, OperationStatus> Statuses = Enum.GetValues<EngineStatus>()
        .ToFrozenDictionary(OperationStore.StatusName, status => Enum.Parse<OperationStatus>(status.ToString()));

    /// <summary>Gets the names of the statuses on the wire, in the order of a life.</summary>
    public static IReadOnlyList<string> StatusNames { get; } = [.. Enum.GetValues<EngineStatus>().Select(OperationStore.StatusName)];

    public static OperationResponse ToResponse(this Operation operation) => ToResponse(operation, steps: null);

    public static OperationResponse ToResponse(this ShownOperation shown) => ToResponse(shown.Operation, [.. shown.Steps.Select(ToResponse)]);

    private static OperationResponse ToResponse(Operation operation, IReadOnlyList<OperationStepResponse>? steps) => new()
    {
        Id = operation.Id.Value,
        Type = operation.Type,
        Status = Statuses[operation.Status],
        State = operation.State,
        Attempt = operation.Attempt,
        SubjectId = operation.SubjectId.Value,
        Generation = operation.Generation,
        Account = operation.Account.Value,
        InstanceId = operation.ResourceId?.Value,
        Problem = operation.ProblemCode is { } code ? new OperationProblem { Code = code, Detail = operation.ProblemDetail } : null,
        Steps = steps,
        DeadlineAt = operation.DeadlineAt,
        DueAt = operation.DueAt,
        CreatedAt = operation.CreatedAt,
        UpdatedAt = operation.UpdatedAt,
    };

    private static OperationStepResponse ToResponse(OperationStep step) => new() { At = step.At, State = step.State, Text = step.Text };
}
