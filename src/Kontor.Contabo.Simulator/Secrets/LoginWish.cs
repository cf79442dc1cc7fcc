using System.Text.Json;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Secrets;

/// <summary>The ways into a system that a call names: ids of secrets, never values.</summary>
internal sealed record LoginWish(long? RootPassword, IReadOnlyList<long> SshKeys, bool HasUserData)
{
    public bool IsEmpty => RootPassword is null && SshKeys.Count == 0 && !HasUserData;

    public static LoginWish Of(OperationCall call) => new(
        call.Field("rootPassword")?.GetInt64(),
        [.. call.Field("sshKeys")?.EnumerateArray().Select(key => key.GetInt64()) ?? []],
        call.Field("userData") is { ValueKind: JsonValueKind.String });

    /// <summary>Observed: ISSUE tf#17 for the password of an order. Assumed to be the same for keys and for other calls.</summary>
    public CloudResponse? Refusal(World world, string account)
    {
        var passwordFits = RootPassword is not { } id || world.Secrets.Find(account, id)?.Type == "password";
        var keysFit = SshKeys.All(key => world.Secrets.Find(account, key)?.Type == "ssh");
        return passwordFits && keysFit ? null : Answers.ServerError();
    }

    public Instance ApplyTo(Instance instance) => instance with
    {
        RootPassword = RootPassword ?? instance.RootPassword,
        SshKeys = SshKeys.Count > 0 ? SshKeys : instance.SshKeys,
    };
}
