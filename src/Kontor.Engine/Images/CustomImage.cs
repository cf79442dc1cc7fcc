using Kontor.Contabo.Images;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using LinqToDB.Mapping;

namespace Kontor.Engine.Images;

/// <summary>An image that Contabo fetched for one client of one source; nobody else's machines are installed from it.</summary>
[Table("custom_image")]
public sealed record CustomImage
{
    /// <summary>Contabo's word for a file that has arrived.</summary>
    internal const string Downloaded = "downloaded";

    /// <summary>Contabo's word for a file that could not be fetched or is no image.</summary>
    internal const string Error = "error";

    [Column("id"), PrimaryKey]
    public ImageId Id { get; init; }

    /// <summary>Gets the account it stands on: only machines there can be installed from it.</summary>
    [Column("account")]
    public AccountId Account { get; init; }

    [Column("source")]
    public required string Source { get; init; }

    /// <summary>Gets the client whose it is.</summary>
    [Column("client")]
    public required string Client { get; init; }

    /// <summary>Gets the subject through whose machine it was uploaded.</summary>
    [Column("subject_id")]
    public SubjectId SubjectId { get; init; }

    /// <summary>Gets the word in its name at Contabo by which it is found again.</summary>
    [Column("marker")]
    public required string Marker { get; init; }

    [Column("name")]
    public required string Name { get; init; }

    [Column("description")]
    public required string Description { get; init; }

    /// <summary>Gets where its file is fetched from, without what follows a question mark: that may be a signature.</summary>
    [Column("url")]
    public required string Url { get; init; }

    [Column("os_type")]
    public OsType OsType { get; init; }

    [Column("version")]
    public required string Version { get; init; }

    /// <summary>Gets how large whoever uploads it said that it is, in MiB; null when that was not said.</summary>
    [Column("announced_mib")]
    public long? AnnouncedMib { get; init; }

    /// <summary>Gets Contabo's own id, by which it is installed; null until that is known, and never another afterwards.</summary>
    [Column("provider_id")]
    public string? ProviderId { get; init; }

    [Column("state")]
    public ImageState State { get; init; }

    /// <summary>Gets Contabo's own word for its state, kept as it came.</summary>
    [Column("provider_status")]
    public string? ProviderStatus { get; init; }

    /// <summary>Gets why it failed, in Contabo's words.</summary>
    [Column("error_message")]
    public string? ErrorMessage { get; init; }

    [Column("format")]
    public string? Format { get; init; }

    /// <summary>Gets how large it is, in MiB, as Contabo says; null when it does not.</summary>
    [Column("size_mib")]
    public long? SizeMib { get; init; }

    /// <summary>Gets how much of it has arrived, in MiB.</summary>
    [Column("uploaded_mib")]
    public long? UploadedMib { get; init; }

    /// <summary>Gets how many complete lists in a row did not have it.</summary>
    [Column("missing_lists")]
    public int MissingLists { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when Contabo last said something about it; null when it never did.</summary>
    [Column("seen_at")]
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Gets when it was found to be no longer there.</summary>
    [Column("ended_at")]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets how much of its client's share it takes, in MiB: what is known best.</summary>
    [NotColumn]
    public long TakesMib => SizeMib ?? AnnouncedMib ?? 0;

    /// <summary>Gets what a finding about it is about.</summary>
    [NotColumn]
    internal string About => $"image/{Id}";

    /// <summary>The name it has at Contabo: names are given once on an account, whoever's they are.</summary>
    internal string ProviderName(string name) => Common.Marker.Parse(Marker).DisplayName(name);

    /// <summary>Whether an actor sees it; what it does not see is answered exactly like what is absent.</summary>
    internal bool IsSeenBy(Actor actor) =>
        (actor.Source is null || actor.Source == Source) && (actor.Client is null || actor.Client == Client);

    /// <summary>It, with what Contabo says about it now.</summary>
    internal CustomImage Learn(Image seen, DateTimeOffset now) => this with
    {
        ProviderId = ProviderId ?? seen.ImageId,
        ProviderStatus = seen.Status,
        ErrorMessage = seen.ErrorMessage is { Length: > 0 } text ? text : null,
        Format = seen.Format?.Value,
        SizeMib = seen.SizeMb is { } size and > 0 ? (long)decimal.Ceiling(size) : SizeMib,
        UploadedMib = seen.UploadedSizeMb is { } arrived ? (long)decimal.Floor(arrived) : UploadedMib,
        MissingLists = 0,
        SeenAt = now,
        EndedAt = null,
        State = StateOf(seen.Status) ?? (State is ImageState.Ready or ImageState.Failed ? State : ImageState.Downloading),
    };

    private static ImageState? StateOf(string? status) =>
        string.Equals(status, Downloaded, StringComparison.OrdinalIgnoreCase) ? ImageState.Ready
        : string.Equals(status, Error, StringComparison.OrdinalIgnoreCase) ? ImageState.Failed
        : null;
}
