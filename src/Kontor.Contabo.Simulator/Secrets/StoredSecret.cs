namespace Kontor.Contabo.Simulator.Secrets;

/// <summary>A secret as it stands in an account, value and all: for tests that look whether ours are right and gone in time.</summary>
public sealed record StoredSecret
{
    /// <summary>Its number.</summary>
    public required long SecretId { get; init; }

    /// <summary>Client id of the owner.</summary>
    public required string Account { get; init; }

    /// <summary>Its name; several may have the same.</summary>
    public required string Name { get; init; }

    /// <summary>password or ssh.</summary>
    public required string Type { get; init; }

    /// <summary>What it holds.</summary>
    public required string Value { get; init; }
}
