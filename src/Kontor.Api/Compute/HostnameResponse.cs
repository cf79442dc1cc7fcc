namespace Kontor.Api.Compute;

/// <summary>The host name that is kept for a machine.</summary>
public sealed record HostnameResponse
{
    /// <summary>Gets the name, in lower case; null for none.</summary>
    public required string? Hostname { get; init; }

    /// <summary>Gets what that means for the system that runs now, one sentence for a person.</summary>
    public required string Note { get; init; }
}
