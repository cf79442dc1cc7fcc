namespace Kontor.Contabo.Instances;

/// <summary>A change of an instance. What a lost order became is found by its request id.</summary>
/// <remarks>Source: retrieveInstancesAuditsList.</remarks>
public sealed record InstanceAudit : AuditRow
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }
}
