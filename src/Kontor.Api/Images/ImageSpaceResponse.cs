namespace Kontor.Api.Images;

/// <summary>How much room there is for a subject's next image. Sizes are in MiB.</summary>
public sealed record ImageSpaceResponse
{
    /// <summary>Gets the subject that was asked for.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the Contabo account its next image would stand on.</summary>
    public required string Account { get; init; }

    /// <summary>Gets how many images its client has.</summary>
    public required int Images { get; init; }

    /// <summary>Gets how many its client may have.</summary>
    public required int MostImages { get; init; }

    /// <summary>Gets how much room they take, as far as that is known.</summary>
    public required long UsedMib { get; init; }

    /// <summary>Gets how much room they may take.</summary>
    public required long MostMib { get; init; }

    /// <summary>Gets all the room that the account has at Contabo; null when Contabo could not be asked.</summary>
    public required long? AccountMib { get; init; }

    /// <summary>Gets what is left of that; null when Contabo could not be asked.</summary>
    public required long? AccountFreeMib { get; init; }
}
