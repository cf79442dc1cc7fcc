using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Engine.Compute.Wipe;

/// <summary>What the end of a wipe makes true: the machine is stopped again, or a person is told that its disk is as it was.</summary>
public sealed class AfterWipe(
    ChangeStore changes, FindingStore findings, [FromKeyedServices(PowerAction.TerminateStop)] PowerChange stop)
{
    private static readonly Actor Worker = Actor.Kontor("compute");

    /// <summary>It was wiped: it runs now with nothing on it, and is stopped.</summary>
    public async Task SucceededAsync(UnitOfWork unit, ChangeScene scene)
    {
        await TerminationStore.WipedAsync(unit, scene.Operation.Id);
        await FindingStore.ResolveAsync(unit, FindingKind.NotWiped, Finding.AboutMachine(scene.Resource));
        await changes.OpenAsync(unit, new NewChange(stop, scene.Resource, Worker, "It was wiped, and is stopped again."));
    }

    /// <summary>It was not, or nobody knows; a machine that is gone has nothing on it.</summary>
    public async Task FailedAsync(UnitOfWork unit, ChangeScene scene)
    {
        if (scene.Resource.State == Resource.Gone)
        {
            return;
        }

        var operation = (await OperationStore.FindAsync(unit, scene.Operation.Id))!;
        await findings.RaiseAsync(unit, NewFinding.OfMachine(
            FindingKind.NotWiped,
            scene.Resource,
            $"Machine {scene.Resource.ProviderId} is terminated and its disk may be as its customer left it. {operation.ProblemDetail} Install it anew in Contabo's panel, or let it end."));
    }
}
