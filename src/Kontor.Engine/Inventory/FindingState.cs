namespace Kontor.Engine.Inventory;

/// <summary>How a finding stands.</summary>
public static class FindingState
{
    /// <summary>It is still so and waits for a person.</summary>
    public const string Open = "open";

    /// <summary>It is still so and a person said that it does not matter; it is open again when something about it changes.</summary>
    public const string Ignored = "ignored";

    /// <summary>It is no longer so.</summary>
    public const string Resolved = "resolved";

    public static IReadOnlyList<string> All { get; } = [Open, Ignored, Resolved];
}
