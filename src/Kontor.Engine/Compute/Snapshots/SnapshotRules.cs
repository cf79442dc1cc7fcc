using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>What the words of a snapshot must look like: the provider takes no others.</summary>
internal static class SnapshotRules
{
    private const int LongestName = 30;
    private const int LongestDescription = 255;

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static Problem? CheckName(string name) =>
        name.Length is >= 1 and <= LongestName && name.Trim() == name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')
            ? null
            : ComputeProblems.Field("name", $"name is 1 to {LongestName} letters, digits, blanks and '-', not beginning or ending with a blank: Contabo takes no others.");

    /// <summary>What is wrong with a description; null when nothing is.</summary>
    public static Problem? CheckDescription(string? description) =>
        description is null || PlainText.IsLine(description, LongestDescription)
            ? null
            : ComputeProblems.Field("description", $"description is 1 to {LongestDescription} visible characters on one line; leave it out for none.");
}
