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

    public static bool Applies(Misbehaviour misbehaviour, Operation? operation, int page) => misbehaviour switch
    {
        Misbehaviour.LateAudit or Misbehaviour.MissingAudit or Misbehaviour.TimeoutThenLateEffect => operation is { IsRead: false },
        Misbehaviour.FailedList or Misbehaviour.ShortList or Misbehaviour.StaleList => operation is { IsPagedList: true },
        Misbehaviour.DuplicatePage => operation is { IsPagedList: true } && page > 1,
        Misbehaviour.TokenExpiry => operation is not null && (!operation.IsPagedList || page > 1),
        Misbehaviour.ShutdownIgnored => operation?.OperationId == "shutdown",
        Misbehaviour.StuckAction => operation is not null && Actions.Contains(operation.OperationId),
        Misbehaviour.ReinstallError => operation?.OperationId == "reinstallInstance",
        Misbehaviour.ImageDownloadError => operation?.OperationId == "createCustomImage",
        >= Misbehaviour.StuckProvisioning => operation?.OperationId == "createInstance",
        _ => true,
    };
}
