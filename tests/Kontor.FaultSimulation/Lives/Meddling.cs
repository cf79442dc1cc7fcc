using Kontor.Contabo.Simulator.Instances;
using Kontor.Engine.Inventory;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>Does what people do in the panel, and sees to it that one poll notices it.</summary>
/// <param name="world">The world it is done in.</param>
/// <param name="isNoticed">Whether nothing keeps that poll from seeing: no fault, and no death to come.</param>
internal sealed class Meddling(SimWorld world, bool isNoticed)
{
    private static readonly TimeSpan TaskIsDone = TimeSpan.FromMinutes(15);

    /// <summary>Does it to every machine.</summary>
    public void Do(PanelAct what)
    {
        switch (what)
        {
            case PanelAct.StopAndStart:
                Do(PanelAct.Stop);
                DoToAll(world.Cloud.Panel.Start, TimelineKind.Started);
                break;
            case PanelAct.Rename:
                DoToAll(number => world.Cloud.Panel.Rename(number, $"renamed {number}"), TimelineKind.Renamed);
                break;
            case PanelAct.Stop:
                DoToAll(world.Cloud.Panel.Stop, TimelineKind.Stopped);
                break;
            case PanelAct.Reinstall:
                DoToAll(Reinstall, TimelineKind.Reinstalled);
                break;
            case PanelAct.Cancel:
                DoToAll(Cancel, TimelineKind.Cancelled);
                break;
            case PanelAct.Suspend:
                DoToAll(number => world.Cloud.Panel.SetSuspended(number, suspended: true), TimelineKind.SuspensionChanged);
                break;
            default:
                DoToAll(world.Cloud.Panel.Delete, TimelineKind.Missing);
                break;
        }
    }

    private bool Reinstall(long number)
    {
        var wiped = world.Cloud.Panel.Reinstall(number);
        if (wiped)
        {
            world.ByHand.Installed(number);
        }

        return wiped;
    }

    /// <summary>What Kontor has ended already, for a customer who left early, is not changed by it.</summary>
    private bool Cancel(long number)
    {
        if (world.Cloud.FindInstance(number) is not { Contract.CancelDate: null })
        {
            return false;
        }

        world.ByHand.Cancelled(number);
        return world.Cloud.Panel.Cancel(number);
    }

    private void DoToAll(Func<long, bool> act, string kind)
    {
        var done = world.Cloud.Instances.Where(IsOurs).Select(instance => instance.InstanceId).Where(act).ToList();
        world.Jump(TaskIsDone);
        world.SweepNow();
        world.FinishSweep();
        if (isNoticed)
        {
            var looking = world.Run(() => CheckNoticedAsync(done, kind));
            world.RunUntil(looking);
            looking.GetAwaiter().GetResult();
        }
    }

    private static bool IsOurs(Instance instance) => instance.OrderedName != Stranger.Name && instance.Contract is not null;

    /// <summary>What was done by others is on the machine's time line as theirs.</summary>
    private async Task CheckNoticedAsync(List<long> done, string kind)
    {
        var rows = await world.Observer.Get<ResourceStore>().ListAsync(null, null, null, 1000, CancellationToken.None);
        foreach (var resource in rows.Select(row => row.Resource).Where(resource => done.Contains(resource.ProviderId.Value)))
        {
            var timeline = await world.Observer.Get<TimelineStore>().ListAsync(resource.Id, null, 100, CancellationToken.None);
            if (!timeline.Exists(entry => entry.Kind == kind && entry.Origin != TimelineOrigin.Kontor))
            {
                throw new InvariantViolated("I3", $"machine {resource.ProviderId} was {kind} in the panel and its time line does not have it");
            }
        }
    }
}
