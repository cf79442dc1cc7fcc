using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.ResetPassword;

/// <summary>Sets the password or the SSH keys of the machine's default user; its own status or the audit is the proof.</summary>
/// <remarks>
/// The same secrets set twice are the same password, so what was lost and shows nowhere is sent again: the password that is
/// shown in the end is the machine's. A failed wish whose password may have been set all the same would lock its customer out.
/// </remarks>
public sealed class ResetPasswordChange(
    LoginSecrets secrets, ContaboAccounts accounts, TimeProvider clock, ComputeOptions options) : SetLoginChange(secrets, options)
{
    public const string ChangeName = "password";

    /// <summary>A machine that runs so long after an accepted reset has been through it, if the reset itself was not seen.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(1);

    public override string Name => ChangeName;

    public override string Family => ChangeName;

    public override Right Right => Right.Password;

    public override Problem? Misfit(ChangeScene scene, InstanceRow mirror) => mirror switch
    {
        { OsType: { } os } when os.Equals("Windows", StringComparison.OrdinalIgnoreCase) => ComputeProblems.NoPasswordOnWindows(),
        { Status: null or "running" } => null,
        { Status: "stopped" } => ComputeProblems.NotWhileStopped(),
        { Status: { } status } => ComputeProblems.WrongStatus(Name, status),
    };

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) => Task.FromResult(
        // A reset that was lost may be under way: it is sent again when the machine runs.
        seen.Status == InstanceStatus.ResetPassword.Value ? ChangeLook.Wait()
        : Misfit(scene, seen) is { } misfit ? ChangeLook.Impossible(misfit)
        : ChangeLook.Ready);

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        await client.InstanceActions.ResetPasswordAsync(
            intent.Target!.Value.Value, ResetPasswordRequest.FromJsonBytes(intent.Body), RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        if (seen is null)
        {
            return ChangeEffect.Unread;
        }

        if (seen.Status == InstanceStatus.ResetPassword.Value)
        {
            return ChangeEffect.NotYet(proven: true) with { Facts = new SeenBegun(intent.Attempt) };
        }

        var begun = scene.Facts<SeenBegun>()?.Attempt == intent.Attempt;
        var done = begun || intent.Outcome == IntentOutcome.Recorded || await ActionAudit.HasAsync(accounts, intent, cancellationToken);
        var over = begun || clock.GetUtcNow() >= intent.CreatedAt + Unseen;
        return done && over && seen.Status == InstanceStatus.Running.Value
            ? ChangeEffect.Seen($"Set for {seen.DefaultUser ?? "the default user"} at {seen.IpV4 ?? "its address"}.")
            : ChangeEffect.NotYet(done);
    }

    protected override ChangeCall CallOf(Resource resource, SecretIds ids) => new(
        "resetPassword",
        new ResetPasswordRequest { RootPassword = ids.Password, SshKeys = ids.SshKeys }.ToJsonBytes(),
        $"Setting the way into machine {resource.ProviderId}.");

    protected override async Task<string> UserAsync(UnitOfWork unit, ChangeScene scene) =>
        (await ResourceStore.MirrorAsync(unit, scene.Resource.Id)).DefaultUser ?? "the default user";
}

/// <summary>That what an attempt sent was seen under way.</summary>
internal sealed record SeenBegun(int Attempt);
