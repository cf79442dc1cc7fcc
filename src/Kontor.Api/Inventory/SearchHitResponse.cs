namespace Kontor.Api.Inventory;

/// <summary>Something that a search found.</summary>
public sealed record SearchHitResponse
{
    /// <summary>Gets <c>instance</c>, <c>subject</c>, <c>order</c>, <c>operation</c>, or <c>address</c> for a time during which a machine had one.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets its id; of an address the machine's.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what a person recognises it by.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the subject it belongs to.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>Gets the machine it belongs to.</summary>
    public required string? InstanceId { get; init; }

    /// <summary>Gets, of an address, since when the machine had it and served the subject.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>Gets, of an address, until when; null while it does.</summary>
    public required DateTimeOffset? To { get; init; }
}
