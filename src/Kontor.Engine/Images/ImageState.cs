namespace Kontor.Engine.Images;

/// <summary>Where a custom image stands.</summary>
public enum ImageState
{
    /// <summary>Accepted; Contabo has not said that it has it.</summary>
    Registering,

    /// <summary>Contabo has it and fetches the file.</summary>
    Downloading,

    /// <summary>It can be installed.</summary>
    Ready,

    /// <summary>It cannot be installed and never could: refused, or its file could not be fetched.</summary>
    Failed,

    /// <summary>Whether Contabo has it could not be proven; it is looked for.</summary>
    Unknown,

    /// <summary>It was there and is missing from complete lists: somebody deleted it past Kontor.</summary>
    Vanished,

    /// <summary>Deleted as it was wished.</summary>
    Deleted,
}
