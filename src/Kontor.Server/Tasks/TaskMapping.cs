using Kontor.Api.Tasks;
using Kontor.Engine.Tasks;

namespace Kontor.Server.Tasks;

/// <summary>Tasks on the wire.</summary>
internal static class TaskMapping
{
    public static TaskResponse ToResponse(this TaskRow task) => new()
    {
        Id = task.Id,
        Kind = task.Kind,
        About = task.About,
        Title = task.Title,
        Detail = task.Detail,
        Consequence = task.Consequence,
        DeadlineAt = task.DeadlineAt,
        Assignee = task.Assignee,
        Status = Enum.Parse<TaskState>(task.Status, ignoreCase: true),
        Source = task.Source,
        SubjectId = task.SubjectId?.Value,
        InstanceId = task.ResourceId?.Value,
        OperationId = task.OperationId?.Value,
        Outcome = task.Outcome,
        DoneBy = task.DoneBy,
        DoneAt = task.DoneAt,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
    };
}
