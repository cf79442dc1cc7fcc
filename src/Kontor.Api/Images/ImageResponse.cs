namespace Kontor.Api.Images;

/// <summary>A client's own image: only that client's machines can be installed from it.</summary>
public sealed record ImageResponse
{
    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its id at Contabo, which orders and reinstalls name as their image; null until it is known.</summary>
    public required string? Image { get; init; }

    /// <summary>Gets its name; at Contabo a marker follows it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what else is said of it; empty for nothing.</summary>
    public required string Description { get; init; }

    /// <summary>Gets where its file is fetched from, without what follows the path.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the family of its system.</summary>
    public required ImageOsType OsType { get; init; }

    /// <summary>Gets the version of its system.</summary>
    public required string Version { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ImageState State { get; init; }

    /// <summary>Gets Contabo's own word for that; null when it never said one.</summary>
    public required string? ProviderStatus { get; init; }

    /// <summary>Gets why it cannot be installed; null when nothing is wrong.</summary>
    public required string? ErrorMessage { get; init; }

    /// <summary>Gets <c>iso</c> or <c>qcow2</c>, in Contabo's word; null when not known.</summary>
    public required string? Format { get; init; }

    /// <summary>Gets how large it is, in MiB; null when not known.</summary>
    public required long? SizeMib { get; init; }

    /// <summary>Gets how much of it has arrived, in MiB; null when not known.</summary>
    public required long? UploadedMib { get; init; }

    /// <summary>Gets its client's machines that were installed from it, by their ids.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    /// <summary>Gets the Contabo account it stands on, by its name in the settings: only machines there can be installed from it.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the subject through whose machine it was uploaded.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the newest operation on it.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets when it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when Contabo last said something new about it; null when it never did.</summary>
    public required DateTimeOffset? SeenAt { get; init; }
}
