namespace Kontor.Contabo;

/// <summary>An object that belongs to a customer of Contabo, which is almost every one.</summary>
public abstract record ContaboResource : ContaboObject
{
    /// <summary>Gets the tenant, <c>DE</c> or <c>INT</c>.</summary>
    public string? TenantId { get; init; }

    /// <summary>Gets Contabo's number of the customer.</summary>
    public string? CustomerId { get; init; }
}
