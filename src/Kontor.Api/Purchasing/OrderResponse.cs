using Kontor.Api.Operations;

namespace Kontor.Api.Purchasing;

/// <summary>An order as it was sealed, and the operation that carries it out.</summary>
public sealed record OrderResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the operation that carries it out, without its steps.</summary>
    public required OperationResponse Operation { get; init; }

    /// <summary>Gets what it was sold as.</summary>
    public required SubjectResponse Subject { get; init; }

    /// <summary>Gets the subject's generation it is for.</summary>
    public required int Generation { get; init; }

    /// <summary>Gets the Contabo account it is bought on.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the sealed plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets the sealed region.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the sealed image.</summary>
    public required string Image { get; init; }

    /// <summary>Gets the sealed term in months.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Gets the readable part of the display name.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the user the image gets.</summary>
    public required string DefaultUser { get; init; }

    /// <summary>Gets the word in the instance's display name by which the purchase is found again.</summary>
    public required string Marker { get; init; }

    /// <summary>Gets what it costs us.</summary>
    public required PriceResponse Price { get; init; }

    /// <summary>Gets when it was sealed.</summary>
    public required DateTimeOffset SealedAt { get; init; }
}
