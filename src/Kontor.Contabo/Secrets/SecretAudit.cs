namespace Kontor.Contabo.Secrets;

/// <summary>A change of a secret; its value is not among the changes shown.</summary>
/// <remarks>Source: retrieveSecretAuditsList.</remarks>
public sealed record SecretAudit : AuditRow
{
    /// <summary>Gets the number of the secret.</summary>
    public long? SecretId { get; init; }
}
