namespace Kontor.Contabo.Secrets;

/// <summary>Narrows the audit trail of secrets.</summary>
public sealed record SecretAuditFilter : AuditFilter
{
    /// <summary>Gets the number of the secret.</summary>
    public long? SecretId { get; init; }
}
