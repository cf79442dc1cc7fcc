namespace Kontor.Contabo.Simulator.Images;

/// <summary>A custom image as it stands in an account: for tests that look whether ours are right and nobody else's were touched.</summary>
public sealed record StoredImage
{
    /// <summary>Its id.</summary>
    public required Guid ImageId { get; init; }

    /// <summary>Client id of the owner.</summary>
    public required string Account { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its description.</summary>
    public required string Description { get; init; }

    /// <summary>The link it was fetched from.</summary>
    public required string Url { get; init; }

    /// <summary>downloading, downloaded or error.</summary>
    public required string Status { get; init; }
}
