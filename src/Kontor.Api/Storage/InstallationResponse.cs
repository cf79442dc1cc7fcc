namespace Kontor.Api.Storage;

/// <summary>Which Kontor answers.</summary>
public sealed record InstallationResponse
{
    /// <summary>Gets its id, part of the tags it puts on machines.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whether its cloud is a simulated one: then no machine is real and nothing costs money.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Gets the version of the program.</summary>
    public required string Version { get; init; }
}
