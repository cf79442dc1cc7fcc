using Kontor.Contabo.Simulator.Data;

namespace Kontor.Contabo.Simulator.Images;

/// <summary>An image that an account had downloaded.</summary>
internal sealed record CustomImage
{
    public const string Downloading = "downloading";

    public const string Downloaded = "downloaded";

    public const string Failed = "error";

    public required Guid ImageId { get; init; }

    public required string Account { get; init; }

    /// <summary>The name it was registered with; decisions by seed are keyed by it.</summary>
    public required string RegisteredName { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Url { get; init; }

    public required string OsType { get; init; }

    public required string Version { get; init; }

    public required string Format { get; init; }

    public required long SizeMb { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required string Status { get; init; }

    public string ErrorMessage { get; init; } = "";

    /// <summary>When the download ends; null when it has.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public bool WillFail { get; init; }

    /// <summary>Kept after its deletion, because instances may still run on it.</summary>
    public bool IsDeleted { get; init; }

    public bool IsReady => Status == Downloaded;

    public Image AsImage() => new(ImageId, Name, Description, OsType, Version, SizeMb, DateOnly.FromDateTime(CreatedAt.UtcDateTime));
}
