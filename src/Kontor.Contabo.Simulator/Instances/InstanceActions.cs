using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>The power, rescue and password actions: accepted at once, done with time.</summary>
internal static class InstanceActions
{
    public static Func<OperationCall, CloudResponse> Of(InstanceTask task) => call => Handle(call, task);

    public static string WordOf(InstanceTask task) => task switch
    {
        InstanceTask.ResetPassword => "resetPassword",
        _ => task.ToString().ToLowerInvariant(),
    };

    private static CloudResponse Handle(OperationCall call, InstanceTask task)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        var login = LoginWish.Of(call);
        if (Refusal(call, instance, task, login) is { } refusal)
        {
            return refusal;
        }

        Save(call, instance, task, login);
        AuditWriter.Write(
            call, AuditKind.InstanceActions, "CREATED", new Dictionary<string, object> { ["instanceId"] = instance.InstanceId }, null,
            new { Action = WordOf(task) });
        return Answers.Single(
            201, new InstanceActionView(call.Account.TenantId, call.Account.CustomerId, instance.InstanceId, WordOf(task)), call.Path);
    }

    private static CloudResponse? Refusal(OperationCall call, Instance instance, InstanceTask task, LoginWish login)
    {
        if (task == InstanceTask.ResetPassword && login.IsEmpty)
        {
            // Assumed: a reset to nothing is no reset.
            return Answers.Refusal(400, ["rootPassword, sshKeys or userData must be given"]);
        }

        if (!InstanceTasks.Accepts(instance, task))
        {
            return InstanceTasks.Refusal(call.World, instance, WordOf(task));
        }

        if (task == InstanceTask.ResetPassword && call.World.ImageOf(instance).OsType == "Windows")
        {
            // Documented: not on Windows. Assumed: status and text.
            return Answers.Refusal(422, "Password reset is not possible on Windows");
        }

        return task is InstanceTask.Rescue or InstanceTask.ResetPassword ? login.Refusal(call.World, call.Account.ClientId) : null;
    }

    private static void Save(OperationCall call, Instance instance, InstanceTask task, LoginWish login)
    {
        var outcome = call.NextFault(FaultCategory.Outcome)?.Misbehaviour;
        // A rescue system has a login of its own; the installed one keeps what it had.
        var changed = task == InstanceTask.ResetPassword ? login.ApplyTo(instance) : instance;
        var begun = InstanceTasks.Begin(call.World, changed, task);
        if (outcome == Misbehaviour.StuckAction && task == InstanceTask.ResetPassword)
        {
            InstanceLife.Save(call.World, begun with { Task = null, NextStepAt = null });
        }
        else if (outcome is null && !(task == InstanceTask.Shutdown && call.World.Options.GuestsIgnoreShutdown))
        {
            InstanceLife.Save(call.World, begun);
        }
    }
}

/// <summary>Source: the schemas Instance...ActionResponseData, which are alike.</summary>
internal sealed record InstanceActionView(string TenantId, string CustomerId, long InstanceId, string Action);
