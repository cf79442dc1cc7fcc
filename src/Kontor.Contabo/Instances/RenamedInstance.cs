namespace Kontor.Contabo.Instances;

/// <summary>The answer to a rename.</summary>
/// <remarks>Source: patchInstance.</remarks>
public sealed record RenamedInstance : ContaboResource
{
    /// <summary>Gets the number of the instance; always the one renamed.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets when the instance was ordered.</summary>
    public DateTimeOffset? CreatedDate { get; init; }
}
