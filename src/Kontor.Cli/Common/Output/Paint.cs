using Spectre.Console;

namespace Kontor.Cli.Common.Output;

/// <summary>What is seen at a glance: headings, and how things stand.</summary>
internal static class Paint
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    /// <summary>The look of a cell.</summary>
    /// <param name="name">The name of its column or field.</param>
    /// <param name="text">What it says.</param>
    public static Style Of(string name, string text) => name is "status" or "state" or "orderable" or "kind" ? OfWord(text) : Style.Plain;

    private static Style OfWord(string word) => word.TrimEnd() switch
    {
        "succeeded" or "running" or "yes" => new Style(Color.Green),
        "failed" or "error" or "no" => new Style(Color.Red),
        "needs_attention" or "pending" or "stopped" or "unknown" => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
