using System.Collections.Frozen;
using Kontor.Contabo.Simulator.Contract;

namespace Kontor.Contabo.Simulator.Faults;

internal enum FaultCategory
{
    Delivery,
    Audit,
    Outcome,
}

/// <summary>Which misbehaviour can happen to which operation. What cannot happen there never fires there.</summary>
internal static class FaultTable
{
    /// <summary>The token endpoint is no operation of the API; faults name it by this word.</summary>
    public const string Token = "token";

    private static readonly FrozenSet<string> Actions = FrozenSet.Create(
        "start", "stop", "restart", "rescue", "resetPasswordAction", "reinstallInstance", "rollbackSnapshot");

    public static FaultCategory CategoryOf(Misbehaviour misbehaviour) => misbehaviour switch
    {
        Misbehaviour.LateAudit or Misbehaviour.MissingAudit => FaultCategory.Audit,
        >= Misbehaviour.StuckProvisioning => FaultCategory.Outcome,
        _ => FaultCategory.Delivery,
    };

    public static bool Applies(Misbehaviour misbehaviour, Operation? operation, int page) => WhyNot(misbehaviour, operation) is null && misbehaviour switch
    {
        Misbehaviour.DuplicatePage => page > 1,
        Misbehaviour.TokenExpiry => operation is not { IsPagedList: true } || page > 1,
        _ => true,
    };

    /// <summary>Why a misbehaviour can never happen to an operation; null when it can. No operation is the token endpoint.</summary>
    public static string? WhyNot(Misbehaviour misbehaviour, Operation? operation) => misbehaviour switch
    {
        Misbehaviour.LateAudit or Misbehaviour.MissingAudit when operation is not { IsRead: false } => "a read leaves no audit row",
        Misbehaviour.TimeoutThenLateEffect when operation is not { IsRead: false } => "a read has no effect that could be late",
        Misbehaviour.FailedList or Misbehaviour.ShortList or Misbehaviour.StaleList or Misbehaviour.DuplicatePage when operation is not { IsPagedList: true } =>
            "it is no list",
        Misbehaviour.TokenExpiry when operation is null => "it gives tokens and takes none",
        Misbehaviour.ShutdownIgnored when operation?.OperationId != "shutdown" => "the guest is not asked",
        Misbehaviour.StuckAction when operation is null || !Actions.Contains(operation.OperationId) => "nothing goes on after its answer that could be stuck",
        Misbehaviour.ReinstallError when operation?.OperationId != "reinstallInstance" => "nothing is installed anew",
        Misbehaviour.ImageDownloadError when operation?.OperationId != "createCustomImage" => "no image is downloaded",
        >= Misbehaviour.StuckProvisioning and <= Misbehaviour.ProvisioningError when operation?.OperationId != "createInstance" => "no machine is made",
        _ => null,
    };
}
