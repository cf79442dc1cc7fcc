using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Rescue;

/// <summary>Boots the rescue system in place of the machine's own, with a way in of its own; the machine's status is the proof.</summary>
/// <remarks>What was lost and shows no rescue is sent again: the machine runs its own system still, and twice is the same rescue.</remarks>
public sealed class RescueChange(LoginSecrets secrets, ComputeOptions options) : SetLoginChange(secrets, options)
{
    public const string ChangeName = "rescue";

    /// <summary>The one user of the rescue system.</summary>
    public const string User = "root";

    private static readonly string[] Fit = [InstanceStatus.Running.Value, InstanceStatus.Stopped.Value];

    public override string Name => ChangeName;

    public override string Family => ChangeName;

    public override Right Right => Right.Rescue;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) =>
        mirror.Status is null || Fit.Contains(mirror.Status) ? null : ComputeProblems.WrongStatus(Name, mirror.Status);

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) => Task.FromResult(
        // What an attempt before sent may take its effect only now.
        scene.Operation.Attempt > 0 && seen.Status == InstanceStatus.Rescue.Value ? ChangeLook.AlreadySo(Text(seen))
        : Misfit(scene, seen) is { } misfit ? ChangeLook.Impossible(misfit)
        : ChangeLook.Ready);

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.InstanceActions.RescueAsync(
            intent.Target!.Value.Value, RescueInstanceRequest.FromJsonBytes(intent.Body), RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken) => Task.FromResult(
        seen is null ? ChangeEffect.Unread
        : seen.Status == InstanceStatus.Rescue.Value ? ChangeEffect.Seen(Text(seen))
        : ChangeEffect.NotYet());

    protected override ChangeCall CallOf(Resource resource, SecretIds ids) => new(
        "rescue",
        new RescueInstanceRequest { RootPassword = ids.Password, SshKeys = ids.SshKeys }.ToJsonBytes(),
        $"Booting the rescue system of machine {resource.ProviderId}.");

    protected override Task<string> UserAsync(UnitOfWork unit, ChangeScene scene) => Task.FromResult($"{User} in the rescue system");

    private static string Text(InstanceRow seen) => $"The rescue system runs: sign in as {User} at {seen.IpV4 ?? "its address"}, port 22.";
}
