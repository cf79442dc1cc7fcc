using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>Wipes the machine's disk and installs an image anew; contract, addresses and name stay.</summary>
/// <remarks>
/// It is sent once and never again by itself: a second time would wipe what its customer has put there since. A lost answer
/// is proven by the audit, by the status that an installation has, or by the image; by nothing else.
/// </remarks>
public sealed class ReinstallChange(
    LoginSecrets secrets, PendingSecrets pending, ReinstallCheck check, InstallProof proof, Database database, ComputeOptions options) : LoginChange(secrets)
{
    public const string ChangeName = "reinstall";

    private static readonly string[] Fit =
        [InstanceStatus.Running.Value, InstanceStatus.Stopped.Value, InstanceStatus.Rescue.Value, InstanceStatus.Error.Value];

    public override string Name => ChangeName;

    public override string Family => ChangeName;

    public override Right Right => Right.Reinstall;

    public override Repetition Repetition => Repetition.Never;

    public override TimeSpan Patience => options.ReinstallDeadline;

    public override TimeSpan? Duration => options.ReinstallDeadline;

    public override TimeSpan LookEvery => options.LookEvery;

    public override bool Destroys => true;

    public override async Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene) =>
        await base.RefusalAsync(unit, scene) ?? (await ReinstallCheck.CatalogueAsync(unit.Db, scene, unit.Now)).Problem;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) =>
        mirror.Status is null || Fit.Contains(mirror.Status) ? null : ComputeProblems.WrongStatus(Name, mirror.Status);

    public override async Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) =>
        (Misfit(scene, seen) ?? await check.LiveAsync(scene, cancellationToken)) switch
        {
            null => ChangeLook.Ready,
            { Kind: ProblemKind.Unavailable } why => ChangeLook.Wait(why),
            var misfit => ChangeLook.Impossible(misfit),
        };

    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var look = await base.PrepareAsync(scene, cancellationToken);
        if (look == ChangeLook.Ready)
        {
            await check.NoteBeforeAsync(scene, cancellationToken);
        }

        return look;
    }

    public override async Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<ReinstallWish>();
        var ids = await IdsAsync(scene, cancellationToken);
        // A caller's user-data may hold secrets, so it is not among the bytes that are kept: it is put in from its seal when they
        // are sent. Without any, the host name that the machine is to have goes with it.
        var body = new ReinstallInstanceRequest
        {
            ImageId = wish.Image,
            DefaultUser = new DefaultUser(scene.Facts<ReinstallFacts>()!.User),
            RootPassword = ids.Password,
            SshKeys = ids.SshKeys,
            UserData = wish.UserData || scene.Resource.Hostname is not { } name ? null : HostName.Parse(name).ToUserData(),
        };
        return new ChangeCall("reinstall", body.ToJsonBytes(), $"Wiping machine {scene.Resource.ProviderId} and installing {wish.Image}.");
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var userData = await database.WriteAsync(
            "reinstall.open", unit => pending.OpenAsync(unit, intent.OperationId, PendingSecrets.UserData), CancellationToken.None);
        var body = ReinstallInstanceRequest.FromJsonBytes(intent.Body);
        await client.Instances.ReinstallAsync(
            intent.Target!.Value.Value,
            userData is null ? body : body with { UserData = userData.Reveal() },
            RequestId.Parse(intent.RequestId),
            CancellationToken.None);
        return null;
    }

    public override Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken) =>
        seen is null ? Task.FromResult(ChangeEffect.Unread) : proof.SeeAsync(scene, intent, seen, cancellationToken);

    public override Problem Unproven() => ComputeProblems.ReinstallUnknown();

    protected override LoginWish WishOf(ChangeScene scene) => scene.Input<ReinstallWish>().Login;

    protected override Task<string> UserAsync(UnitOfWork unit, ChangeScene scene) =>
        Task.FromResult(scene.Facts<ReinstallFacts>()?.User ?? scene.Input<ReinstallWish>().DefaultUser ?? "the default user");
}
