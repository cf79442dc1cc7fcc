namespace Kontor.Contabo.Instances;

/// <summary>The answer to a new installation: accepted, not finished.</summary>
/// <remarks>Source: reinstallInstance.</remarks>
public sealed record ReinstalledInstance : ContaboResource
{
    /// <summary>Gets the number of the instance; always the one installed.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets when the instance was ordered.</summary>
    public DateTimeOffset? CreatedDate { get; init; }
}
