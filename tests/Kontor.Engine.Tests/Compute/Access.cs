using System.Text;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Compute.Rescue;
using Kontor.Engine.Compute.ResetPassword;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The ways into a machine, as a billing system asks for them, and what stands at the cloud afterwards.</summary>
internal static class Access
{
    /// <summary>Another image than the one that <see cref="Shop.Order"/> names.</summary>
    public const string Debian = "4efbc0ba-2313-4fe1-842a-516f8652e729";

    /// <summary>An image of Windows.</summary>
    public const string Windows = "5c1ab3f0-76f2-4a7e-9e6c-0d1c2f6a2022";

    /// <summary>An image that fits on no small disk, which only the provider says.</summary>
    public const string Huge = "77777777-0000-4000-8000-00000000b16d";

    /// <summary>An image of the catalogue that the provider does not have.</summary>
    public const string Withdrawn = "99999999-0000-4000-8000-000000000009";

    private static int _keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A machine that runs, bought as the sample order has it.</summary>
    public static async Task<ResourceId> RunningAsync(this EngineFixture engine) =>
        (await engine.ResourceAsync((await engine.BuyAsync(Shop.Order)).Subject.Id)).Id;

    public static Task<Result<Operation>> TryResetAsync(
        this EngineFixture engine, ResourceId machine, string? password = null, IReadOnlyList<string>? keys = null, bool keep = false, string? key = null, string? source = "shop") =>
        engine.Get<ResetPasswordHandler>().HandleAsync(
            new ResetPassword(machine, keys, password is null ? null : new SecretText(password), keep, source), key ?? NewKey(), Shop.Actor, Cancel);

    public static async Task<Operation> ResetAsync(this EngineFixture engine, ResourceId machine, string? password = null, IReadOnlyList<string>? keys = null) =>
        await engine.RunUntilAtRestAsync((await engine.TryResetAsync(machine, password, keys)).Value.Id);

    public static Task<Result<Operation>> TryRescueAsync(this EngineFixture engine, ResourceId machine, IReadOnlyList<string>? keys = null, string? key = null) =>
        engine.Get<RescueHandler>().HandleAsync(new RescueInstance(machine, keys, "shop"), key ?? NewKey(), Shop.Actor, Cancel);

    public static async Task<Operation> RescueAsync(this EngineFixture engine, ResourceId machine) =>
        await engine.RunUntilAtRestAsync((await engine.TryRescueAsync(machine)).Value.Id);

    public static Task<Result<Operation>> TryLeaveAsync(this EngineFixture engine, ResourceId machine) =>
        engine.Get<RescueHandler>().LeaveAsync(machine, "shop", NewKey(), Shop.Actor, Cancel);

    public static async Task<Operation> LeaveAsync(this EngineFixture engine, ResourceId machine) =>
        await engine.RunUntilAtRestAsync((await engine.TryLeaveAsync(machine)).Value.Id);

    /// <summary>The wish for another image, confirmed.</summary>
    public static ReinstallInstance Wipe(ResourceId machine) => new(machine, Debian, "shop") { Confirm = machine.Value, Loses = true };

    public static Task<Result<Operation>> TryReinstallAsync(this EngineFixture engine, ReinstallInstance wish, string? key = null) =>
        engine.Get<ReinstallHandler>().HandleAsync(wish, key ?? NewKey(), Shop.Actor, Cancel);

    public static async Task<Operation> ReinstallAsync(this EngineFixture engine, ReinstallInstance wish) =>
        await engine.RunUntilAtRestAsync((await engine.TryReinstallAsync(wish)).Value.Id);

    /// <summary>What a link of an operation shows; null when it has no secret, or none any more.</summary>
    public static async Task<string?> RevealAsync(this EngineFixture engine, OperationId operation)
    {
        var made = await engine.Get<MakeLinkHandler>().HandleAsync(operation, "shop", NewKey(), Shop.Actor, Cancel);
        return made.Problem is null
            ? (await engine.Get<RevealSecretHandler>().RevealAsync(made.Value.Path["/reveal/".Length..], null, Cancel))?.Reveal()
            : null;
    }

    /// <summary>What a link of an operation says before it is opened.</summary>
    public static async Task<string?> PurposeAsync(this EngineFixture engine, OperationId operation) =>
        (await engine.AllAsync<OneTimeLink>()).SingleOrDefault(link => link.OperationId == operation)?.Purpose;

    /// <summary>The machine as the cloud has it, not our mirror.</summary>
    public static async Task<Instance> InCloudAsync(this EngineFixture engine, ResourceId machine) =>
        engine.Cloud.FindInstance((await engine.AllAsync<Resource>()).Single(row => row.Id == machine).ProviderId.Value)!;

    /// <summary>The mirror of the machine.</summary>
    public static async Task<InstanceRow> MirrorAsync(this EngineFixture engine, ResourceId machine) =>
        (await engine.AllAsync<InstanceRow>()).Single(row => row.ResourceId == machine);

    /// <summary>The secret that the machine got its password from; null when that is gone or there was none.</summary>
    public static async Task<StoredSecret?> PasswordOfAsync(this EngineFixture engine, ResourceId machine)
    {
        var id = (await engine.InCloudAsync(machine)).RootPassword;
        return engine.Cloud.Secrets.SingleOrDefault(secret => secret.SecretId == id);
    }

    public static void Fault(this EngineFixture engine, Misbehaviour misbehaviour, string operation, int count = 1) =>
        engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = operation, Count = count });

    /// <summary>Whether a text stands anywhere in the files of the database.</summary>
    public static bool FilesHave(this EngineFixture engine, string text) => engine.Files.Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    private static string NewKey() => $"access-{Interlocked.Increment(ref _keys)}";
}
