using System.Text.Json.Serialization;
using Kontor.Contabo.Json;

namespace Kontor.Contabo.Instances;

/// <summary>The answer to an order: accepted, not finished. It holds no name and no address; those come with the instance itself.</summary>
/// <remarks>Source: createInstance.</remarks>
public sealed record CreatedInstance : ContaboResource
{
    /// <summary>Gets the number of the instance; never null in an answer this client hands out.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets its first state.</summary>
    public InstanceStatus? Status { get; init; }

    /// <summary>Gets when the order was accepted.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>Gets the product ordered.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the slug of the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the UUID of the image.</summary>
    public string? ImageId { get; init; }

    /// <summary>Gets the family of the operating system.</summary>
    public string? OsType { get; init; }

    /// <summary>Gets the add-ons ordered.</summary>
    [JsonConverter(typeof(LenientListConverter<AddOn>))]
    public IReadOnlyList<AddOn>? AddOns { get; init; }

    /// <summary>Gets the ids of the secrets with the SSH keys.</summary>
    [JsonConverter(typeof(LenientIdListConverter))]
    public IReadOnlyList<long>? SshKeys { get; init; }
}
