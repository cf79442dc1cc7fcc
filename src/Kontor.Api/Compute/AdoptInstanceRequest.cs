using Kontor.Api.Purchasing;

namespace Kontor.Api.Compute;

/// <summary>A machine that stands at Contabo and was not bought through Kontor is to serve a subject. Nothing is bought.</summary>
public sealed record AdoptInstanceRequest
{
    /// <summary>Gets the Contabo account it stands on, by its name in the settings.</summary>
    public required string Account { get; init; }

    /// <summary>Gets Contabo's number of it.</summary>
    public required long ProviderId { get; init; }

    /// <summary>Gets what it is sold as.</summary>
    public required SubjectRequest Subject { get; init; }
}
