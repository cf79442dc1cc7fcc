namespace Kontor.Server.Demo;

/// <summary>What the demo orders.</summary>
internal static class DemoOrder
{
    public const string Region = "EU";

    /// <summary>Ubuntu 24.04.</summary>
    public const string Image = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";

    /// <summary>Gets plans sold by the month, the cheapest first.</summary>
    public static IReadOnlyList<string> Plans { get; } = ["V153", "V154", "V155", "V159", "V160"];
}
