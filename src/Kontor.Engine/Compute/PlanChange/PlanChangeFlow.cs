using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>Waits until a machine has the plan that a person was asked to order for it.</summary>
public sealed class PlanChangeFlow(
    Database database, OperationStore operations, ChangeStore changes, InstanceReader reader, IIdSource ids, PurchasingOptions purchasing) : IOperationFlow
{
    /// <summary>The type of its operations.</summary>
    public const string TypeName = "instance.plan_change";

    /// <summary>The kind of task.</summary>
    public const string TaskKind = "plan_change";

    /// <summary>How old what the mirror has may be: the sweep freshens it, and wakes this when something changed.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly Actor Worker = Actor.Kontor("compute");

    public string Type => TypeName;

    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var scene = await changes.SceneAsync(operation, cancellationToken);
        var seen = await reader.ReadAsync(scene.Resource.Id, Fresh, cancellationToken);
        await database.WriteAsync("plan_change.looked", unit => DecideAsync(unit, scene, seen), cancellationToken);
    }

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) =>
        MoveOf(operation, PlanChangeTrigger.Resumed, "Resumed by a person: looking at the machine's plan.", actor) is { } move
            ? move with { DueAt = now, DeadlineAt = operation.DeadlineAt, Problem = NoteOf(operation) }
            : null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) =>
        MoveOf(operation, PlanChangeTrigger.GivenUp, "Given up by a person.", actor) is { } move ? move with { Problem = PlanProblems.GivenUp() } : null;

    public Task OnGivenUpAsync(UnitOfWork unit, Operation operation) =>
        TaskStore.CompleteAsync(unit, TaskKind, operation.Id.Value, "The change of plan was given up.", Worker);

    private static Problem? NoteOf(Operation operation) =>
        operation.ProblemCode is { } code ? new Problem(ProblemKind.Unavailable, code, operation.ProblemDetail ?? "") : null;

    private static OperationMove? MoveOf(Operation operation, PlanChangeTrigger trigger, string text, Actor actor)
    {
        var state = PlanChangeStates.Table.Parse(operation.State);
        if (!PlanChangeStates.Table.Allows(state, trigger))
        {
            return null;
        }

        var next = PlanChangeStates.Table.Next(state, trigger);
        return new OperationMove(PlanChangeStates.Table.NameOf(next), PlanChangeStates.Table.StatusOf(next), text, actor);
    }

    private async Task DecideAsync(UnitOfWork unit, ChangeScene scene, InstanceRow seen)
    {
        var (operation, wish) = (scene.Operation, scene.Input<SealedPlanChange>());
        if (scene.Resource.State == Resource.Present && seen.ProductId == wish.Offer.Plan)
        {
            if (await EndAsync(unit, operation, MoveOf(operation, PlanChangeTrigger.PlanSeen, $"The machine is {wish.Offer.Plan}.", Worker)!))
            {
                await KeepAsync(unit, scene, wish);
            }
        }
        else if (await EndOfAsync(unit, scene.Resource) is { } ending)
        {
            await EndAsync(unit, operation, MoveOf(operation, PlanChangeTrigger.MachineEnds, ending.Detail, Worker)! with { Problem = ending });
        }
        else
        {
            await WaitAsync(unit, operation);
        }
    }

    /// <summary>Nothing more is bought for a machine that ends; null when it does not.</summary>
    internal static async Task<Problem?> EndOfAsync(UnitOfWork unit, Resource machine) =>
        machine.State == Resource.Gone ? ComputeProblems.InstanceGone()
        : await TerminateOf.FindAsync(unit, machine) is not null ? ComputeProblems.Terminating()
        : null;

    /// <summary>Whatever happens to the machine meanwhile has it looked at; a person hears of it again when the time is over.</summary>
    private Task<bool> WaitAsync(UnitOfWork unit, Operation operation) => unit.Now < operation.DeadlineAt
        ? OperationStore.PostponeAsync(unit, operation, operation.DeadlineAt.Value, NoteOf(operation))
        : OperationStore.AnnounceAsync(unit, operation, unit.Now + purchasing.AnnounceEvery);

    private async Task<bool> EndAsync(UnitOfWork unit, Operation operation, OperationMove move)
    {
        if (!await operations.TryMoveAsync(unit, operation, move))
        {
            return false;
        }

        await TaskStore.CompleteAsync(unit, TaskKind, operation.Id.Value, move.Text, Worker);
        return true;
    }

    /// <summary>What was sold is now of this plan, and a machine that has it is no finding.</summary>
    private async Task KeepAsync(UnitOfWork unit, ChangeScene scene, SealedPlanChange wish)
    {
        var item = new LineItem
        {
            Id = ids.NewId(),
            SubjectId = scene.Operation.SubjectId,
            Generation = scene.Operation.Generation,
            Component = Resource.InstanceKind,
            Origin = LineItem.Option,
            OriginId = wish.Offer.Plan,
            Quantity = 1,
            CreatedAt = unit.Now,
        };
        await SaleStore.InsertAsync(unit, item);
        await SaleStore.AllocateAsync(unit, ids.NewId(), item.Id, scene.Resource.Id);
        await FindingStore.ResolveAsync(unit, FindingKind.WrongPlan, Finding.AboutMachine(scene.Resource.Account, scene.Resource.ProviderId));
    }
}
