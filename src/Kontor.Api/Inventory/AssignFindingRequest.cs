using Kontor.Api.Purchasing;

namespace Kontor.Api.Inventory;

/// <summary>A machine that was found is to serve a subject. Nothing is bought.</summary>
public sealed record AssignFindingRequest
{
    /// <summary>Gets what it is sold as.</summary>
    public required SubjectRequest Subject { get; init; }

    /// <summary>Gets or sets whose subject: the source of an API key.</summary>
    /// <value>Default null: the one source there is.</value>
    public string? Source { get; set; }
}
