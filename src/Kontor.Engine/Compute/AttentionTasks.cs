using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.PlanChange;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Compute;

/// <summary>Makes an operation that waits for a person a task for one, for as long as it waits.</summary>
public sealed class AttentionTasks(TaskStore tasks, PurchasingOptions options) : IOperationObserver
{
    public const string Kind = "operation_needs_attention";

    private static readonly string NeedsAttention = OperationStore.StatusName(OperationStatus.NeedsAttention);

    public Task OnMovedAsync(UnitOfWork unit, Operation seen, Operation moved, OperationMove move) =>
        moved.Type == PlanChangeFlow.TypeName ? Task.CompletedTask // It has a task of its own, which says what to order.
        : moved.Status == NeedsAttention ? tasks.OpenAsync(unit, TaskOf(moved, move, unit.Now), move.Actor)
        : seen.Status == NeedsAttention ? TaskStore.CompleteAsync(unit, Kind, moved.Id.Value, move.Text, move.Actor)
        : Task.CompletedTask;

    private NewTask TaskOf(Operation operation, OperationMove move, DateTimeOffset now)
    {
        var (title, consequence) = TextsOf(operation.Type);
        return new NewTask(Kind, operation.Id.Value)
        {
            Title = title,
            Detail = operation.ProblemDetail ?? move.Text,
            Consequence = consequence,
            DeadlineAt = now + options.AnnounceEvery,
            Source = operation.Source,
            SubjectId = operation.SubjectId,
            ResourceId = operation.ResourceId,
            OperationId = operation.Id,
        };
    }

    private static (string Title, string Consequence) TextsOf(string type) => type switch
    {
        CreateInstanceFlow.TypeName =>
            ("A purchase waits for a person", "The customer has paid and has no running machine; nothing is bought again by itself."),
        TerminateInstanceFlow.TypeName =>
            ("The end of a machine is not proven", "The contract may renew, and the machine goes on costing money."),
        _ => ($"An operation waits for a person: {type}", "It stays where it is, and so does its machine."),
    };
}
