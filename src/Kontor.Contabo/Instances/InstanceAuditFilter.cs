namespace Kontor.Contabo.Instances;

/// <summary>Narrows the audit trail of instances.</summary>
public sealed record InstanceAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }
}
