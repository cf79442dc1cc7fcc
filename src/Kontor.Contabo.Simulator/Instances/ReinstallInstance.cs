using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Wipes the disk and installs anew: id, address, term and cancel date stay.</summary>
internal static class ReinstallInstance
{
    public static CloudResponse Handle(OperationCall call)
    {
        if (InstanceOperations.Find(call) is not { } instance)
        {
            return InstanceOperations.Missing();
        }

        var imageId = Guid.Parse(call.Text("imageId")!);
        var login = LoginWish.Of(call);
        if (Refusal(call, instance, imageId, login) is { } refusal)
        {
            return refusal;
        }

        Accept(call, instance, imageId, login);
        InstanceOperations.Audit(call, instance, new { instance.ImageId }, new { ImageId = imageId, Status = InstanceStatus.Installing });
        return Answers.Single(200, InstanceReceipt.Of(call, instance), call.Path);
    }

    /// <summary>Assumed: also the way out of an installation that failed. Suspended or half-way through something else: no.</summary>
    public static bool IsPossible(Instance instance) =>
        !instance.Suspended && (InstanceTasks.IsSettled(instance) || instance.Status == InstanceStatus.Error);

    public static Instance Wiped(World world, Instance instance, Guid imageId)
    {
        if (!world.Options.ReinstallKeepsSnapshots)
        {
            world.Snapshots.Forget(instance.InstanceId);
        }

        return instance with
        {
            ImageId = imageId,
            Status = InstanceStatus.Installing,
            ErrorMessage = null,
            NextStepAt = world.Now + world.Options.ReinstallTime,
            Installations = instance.Installations + 1,
            RolledBackTo = null,
        };
    }

    private static CloudResponse? Refusal(OperationCall call, Instance instance, Guid imageId, LoginWish login)
    {
        if (!IsPossible(instance))
        {
            return InstanceTasks.Refusal(call.World, instance, "reinstall");
        }

        var product = call.World.Catalogue.Products[instance.ProductId];
        return ImageChoice.Refusal(call.World, call.Account.ClientId, imageId, product) ?? login.Refusal(call.World, call.Account.ClientId);
    }

    private static void Accept(OperationCall call, Instance instance, Guid imageId, LoginWish login)
    {
        var wiped = Wiped(call.World, instance, imageId) with
        {
            RootPassword = login.RootPassword,
            SshKeys = login.SshKeys,
            // Observed: 2026-08-09 for orders. Assumed to be the same here.
            DefaultUser = call.Text("defaultUser") ?? "ubuntu",
            ApplicationId = call.Text("applicationId"),
        };
        InstanceLife.Save(call.World, call.NextFault(FaultCategory.Outcome)?.Misbehaviour switch
        {
            Misbehaviour.ReinstallError => wiped with { WillFail = true },
            Misbehaviour.StuckAction => wiped with { NextStepAt = null },
            _ => wiped,
        });
    }
}
