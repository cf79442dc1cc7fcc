using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>From bought to running: reads the mirror, and the provider itself when the mirror is old.</summary>
public sealed class WatchCreate(
    Database database, OperationStore operations, InstanceReader reader, PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("compute");

    private static readonly InstanceStatus[] SideExits =
    [
        InstanceStatus.PendingPayment,
        InstanceStatus.VerificationRequired,
        InstanceStatus.ManualProvisioning,
        InstanceStatus.ProductNotAvailable,
        InstanceStatus.Error,
    ];

    private static readonly InstanceStatus[] Ready = [InstanceStatus.Running, InstanceStatus.Stopped, InstanceStatus.Rescue];

    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var mirror = await reader.ReadAsync(operation.ResourceId!.Value, options.WatchEvery, cancellationToken);
        await database.WriteAsync("create.watched", unit => DecideAsync(unit, operation, mirror), cancellationToken);
    }

    /// <summary>Where making a machine stopped and waits for somebody; null when it did not.</summary>
    internal static Problem? SideExitOf(InstanceRow mirror) => SideExits.Contains(new InstanceStatus(mirror.Status ?? ""))
        ? ComputeProblems.SideExit(mirror.Status!, mirror.ErrorMessage)
        : null;

    private async Task DecideAsync(UnitOfWork unit, Operation operation, InstanceRow mirror)
    {
        var state = CreateInstanceFlow.StateOf(operation);
        var status = new InstanceStatus(mirror.Status ?? "");
        if (Ready.Contains(status))
        {
            var next = CreateInstanceStates.Table.Next(state, CreateInstanceTrigger.Running);
            await operations.TryMoveAsync(unit, operation, CreateInstanceFlow.Move(next, $"The machine is {mirror.Status}.", Worker) with
            {
                DueAt = unit.Now,
                DeadlineAt = unit.Now + options.MarkingDeadline,
            });
        }
        else if (state == CreateInstanceState.Stalled)
        {
            await OperationStore.AnnounceAsync(unit, operation, unit.Now + options.AnnounceEvery);
        }
        else if (SideExitOf(mirror) is { } exit)
        {
            await StallAsync(unit, operation, CreateInstanceTrigger.SideExit, exit);
        }
        else if (unit.Now >= operation.DeadlineAt)
        {
            await StallAsync(unit, operation, CreateInstanceTrigger.DeadlinePassed, ComputeProblems.NotRunningInTime(mirror.Status));
        }
        else
        {
            await OperationStore.PostponeAsync(unit, operation, unit.Now + options.WatchEvery);
        }
    }

    private Task<bool> StallAsync(UnitOfWork unit, Operation operation, CreateInstanceTrigger trigger, Problem problem) =>
        operations.TryMoveAsync(
            unit,
            operation,
            CreateInstanceFlow.Move(CreateInstanceStates.Table.Next(CreateInstanceState.Provisioning, trigger), problem.Detail, Worker)
                with
            { Problem = problem, DueAt = unit.Now + options.AnnounceEvery });
}
