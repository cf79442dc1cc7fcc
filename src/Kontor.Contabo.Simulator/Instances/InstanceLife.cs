using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Faults;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Moves an instance through what the clock brings: steps to running, charges, its end.</summary>
internal static class InstanceLife
{
    public static Instance Begin(World world, Instance ordered, FaultHit? outcome) => outcome?.Misbehaviour switch
    {
        Misbehaviour.StuckProvisioning => ordered with { Status = InstanceStatus.Provisioning },
        Misbehaviour.PendingPayment => ordered with { Status = InstanceStatus.PendingPayment },
        Misbehaviour.VerificationRequired => ordered with { Status = InstanceStatus.VerificationRequired },
        Misbehaviour.ManualProvisioning => ordered with { Status = InstanceStatus.ManualProvisioning },
        Misbehaviour.ProductNotAvailable => ordered with { Status = InstanceStatus.ProductNotAvailable },
        Misbehaviour.ProvisioningError => Provisioning(world, ordered) with { WillFail = true },
        _ => Provisioning(world, ordered),
    };

    public static void Save(World world, Instance instance)
    {
        world.Instances.Save(instance);
        if (instance.NextEventAt is { } at)
        {
            world.Agenda.Add(at, new InstanceEvent(instance.InstanceId));
        }
    }

    /// <summary>Works off one agenda entry; an entry whose instant no longer fits was overtaken by a change.</summary>
    public static void Advance(World world, long instanceId)
    {
        if (world.Instances.Find(instanceId) is not { } instance || instance.NextEventAt != world.Now)
        {
            return;
        }

        if (instance.NextStepAt == world.Now)
        {
            Save(world, Step(world, instance));
        }
        else if (instance.Contract!.CancelDate is { } end && TermDates.StartOf(end) <= world.Now)
        {
            End(world, instance);
        }
        else
        {
            Save(world, world.Contracts.Charge(instance, world.Now));
        }
    }

    /// <summary>Takes it out of the account; its snapshots and tags go with it (Assumed).</summary>
    public static void End(World world, Instance instance)
    {
        world.Instances.Remove(instance);
        world.Snapshots.Forget(instance.InstanceId);
        world.Tags.Forget(instance.Account, "instance", instance.InstanceId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static Instance Provisioning(World world, Instance instance) =>
        instance with { Status = InstanceStatus.Provisioning, Task = null, NextStepAt = world.Now + world.Options.ProvisioningTime };

    private static Instance Step(World world, Instance instance) => instance switch
    {
        { WillFail: true } => instance with
        {
            Status = InstanceStatus.Error,
            ErrorMessage = "Installation failed",
            NextStepAt = null,
            WillFail = false,
        },
        { Task: not null } => InstanceTasks.Finish(instance),
        { Status: InstanceStatus.Provisioning } => instance with
        {
            Status = InstanceStatus.Installing,
            HasAddress = true,
            NextStepAt = world.Now + world.Options.InstallingTime,
        },
        _ => instance with { Status = InstanceStatus.Running, HasAddress = true, NextStepAt = null },
    };
}
