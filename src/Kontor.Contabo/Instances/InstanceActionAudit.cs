namespace Kontor.Contabo.Instances;

/// <summary>An action of an instance. Which one it was is not in a field of its own; what became of a lost one is found by its request id.</summary>
/// <remarks>Source: retrieveInstancesActionsAuditsList.</remarks>
public sealed record InstanceActionAudit : AuditRow
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }
}
