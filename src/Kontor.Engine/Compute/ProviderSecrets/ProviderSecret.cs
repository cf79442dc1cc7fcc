using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>A password or key that stands at the provider as a secret while an operation needs it. Its value is not here.</summary>
[Table("provider_secret")]
internal sealed record ProviderSecret
{
    [Column("id"), PrimaryKey]
    public required string Id { get; init; }

    [Column("account")]
    public AccountId Account { get; init; }

    [Column("operation_id")]
    public OperationId OperationId { get; init; }

    /// <summary>Gets which of its operation's secrets it is, as <see cref="ProviderSecretName"/> has it.</summary>
    [Column("what")]
    public required string What { get; init; }

    /// <summary>Gets its name at the provider, by which it is found again.</summary>
    [Column("name")]
    public required string Name { get; init; }

    /// <summary>Gets the provider's number of it; null while none was seen.</summary>
    [Column("provider_id")]
    public long? ProviderId { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets from when on it is deleted; null while its operation goes on.</summary>
    [Column("delete_after")]
    public DateTimeOffset? DeleteAfter { get; init; }

    /// <summary>Gets when it was found to be gone, with all that had its name.</summary>
    [Column("deleted_at")]
    public DateTimeOffset? DeletedAt { get; init; }
}
