namespace Kontor.Contabo.Instances;

/// <summary>Narrows the audit trail of instance actions.</summary>
public sealed record InstanceActionAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the instance.</summary>
    public long? InstanceId { get; init; }
}
