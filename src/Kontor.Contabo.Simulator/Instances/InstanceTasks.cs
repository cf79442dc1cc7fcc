using System.Collections.Frozen;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Which task an instance accepts in which state, how long it takes and what it leaves.</summary>
internal static class InstanceTasks
{
    // Documented: start and stop may be repeated. Assumed: the rest of the table.
    private static readonly FrozenDictionary<InstanceTask, string[]> Accepted = new Dictionary<InstanceTask, string[]>
    {
        [InstanceTask.Start] = [InstanceStatus.Stopped, InstanceStatus.Running, InstanceStatus.Rescue],
        [InstanceTask.Stop] = [InstanceStatus.Stopped, InstanceStatus.Running, InstanceStatus.Rescue],
        [InstanceTask.Shutdown] = [InstanceStatus.Running, InstanceStatus.Rescue],
        [InstanceTask.Restart] = [InstanceStatus.Running, InstanceStatus.Rescue],
        [InstanceTask.Rescue] = [InstanceStatus.Stopped, InstanceStatus.Running, InstanceStatus.Rescue],
        [InstanceTask.ResetPassword] = [InstanceStatus.Running],
        [InstanceTask.Rollback] = [InstanceStatus.Stopped, InstanceStatus.Running],
    }.ToFrozenDictionary();

    /// <summary>Installed, and nothing under way.</summary>
    public static bool IsSettled(Instance instance) =>
        instance.Task is null && instance.Status is InstanceStatus.Running or InstanceStatus.Stopped or InstanceStatus.Rescue;

    public static bool Accepts(Instance instance, InstanceTask task) =>
        !(instance.Suspended && task is not (InstanceTask.Stop or InstanceTask.Shutdown))
        && Accepted[task].Contains(instance.Status) && !IsBusy(instance, task);

    /// <summary>The task under way; unchanged where it has no effect.</summary>
    public static Instance Begin(World world, Instance instance, InstanceTask task)
    {
        if (instance.Task == task || HasNoEffect(instance, task))
        {
            return instance;
        }

        var status = task == InstanceTask.ResetPassword ? InstanceStatus.ResetPassword : instance.Status;
        return instance with { Task = task, Status = status, NextStepAt = world.Now + DurationOf(world.Options, task) };
    }

    public static Instance Finish(Instance instance)
    {
        var done = instance with { Task = null, NextStepAt = null };
        return instance.Task switch
        {
            InstanceTask.Stop or InstanceTask.Shutdown => done with { Status = InstanceStatus.Stopped },
            InstanceTask.Rescue => done with { Status = InstanceStatus.Rescue, Boots = instance.Boots + 1 },
            InstanceTask.ResetPassword => done with { Status = InstanceStatus.Running },
            _ => done with { Status = InstanceStatus.Running, Boots = instance.Boots + 1 },
        };
    }

    // Documented: 422 where the state forbids. Assumed: that this is such a case, and the text.
    public static CloudResponse Refusal(World world, Instance instance, string act) => Answers.Refusal(
        world.Options.WrongStateStatus,
        instance.Suspended ? $"Instance is suspended, {act} is not possible" : $"Instance status {instance.Status} does not allow {act}");

    /// <summary>Assumed: one task at a time. The same again changes nothing, and the hard way out of a shutdown stays open.</summary>
    private static bool IsBusy(Instance instance, InstanceTask task) => (instance.Task, task) switch
    {
        (null, _) or (InstanceTask.Shutdown or InstanceTask.Restart, InstanceTask.Stop) => false,
        var (running, _) => running != task || task is not (InstanceTask.Start or InstanceTask.Stop),
    };

    private static bool HasNoEffect(Instance instance, InstanceTask task) => task switch
    {
        InstanceTask.Start => instance.Status != InstanceStatus.Stopped,
        InstanceTask.Stop => instance.Status == InstanceStatus.Stopped,
        _ => false,
    };

    private static TimeSpan DurationOf(SimulatorOptions options, InstanceTask task) => task switch
    {
        InstanceTask.Start => options.StartTime,
        InstanceTask.Stop => options.StopTime,
        InstanceTask.Shutdown => options.ShutdownTime,
        InstanceTask.Restart => options.RestartTime,
        InstanceTask.Rescue => options.RescueTime,
        InstanceTask.ResetPassword => options.ResetPasswordTime,
        _ => options.RollbackTime,
    };
}
