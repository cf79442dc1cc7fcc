using System.Security.Cryptography;
using System.Text;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Login;

/// <summary>A public SSH key as it stands in a <c>.pub</c> file: type, key, and a comment if it has one.</summary>
public sealed record SshKey
{
    /// <summary>So many keys go with one wish at the most.</summary>
    public const int Most = 10;

    /// <summary>Far longer than the longest key that is accepted, with its comment.</summary>
    private const int LongestLine = 4096;

    private SshKey(string line, byte[] blob) => (Line, Hash) = (line, SHA256.HashData(blob));

    /// <summary>Gets the one line, as it goes into a machine.</summary>
    public string Line { get; }

    /// <summary>Gets what the key is told from others by, as <c>ssh-keygen -l</c> shows it; it says nothing about a person, as the comment may.</summary>
    public string Fingerprint => $"SHA256:{Convert.ToBase64String(Hash).TrimEnd('=')}";

    /// <summary>Gets the same as bytes.</summary>
    internal byte[] Hash { get; }

    /// <summary>Reads keys, or says what is wrong with the first that is none; the same key twice is one.</summary>
    /// <param name="lines">The keys; null for none.</param>
    /// <param name="field">The path of the field they came in.</param>
    public static Result<IReadOnlyList<SshKey>> ParseAll(IReadOnlyList<string>? lines, string field)
    {
        if (lines is { Count: > Most })
        {
            return ComputeProblems.Field(field, $"{field} has {lines.Count} keys; at most {Most} go with one wish.");
        }

        var keys = new List<SshKey>();
        foreach (var (line, index) in (lines ?? []).Select((line, index) => (line, index)))
        {
            // A list from outside may have nothing where a key belongs.
            var key = Parse(line ?? "", $"{field}[{index}]");
            if (key.Problem is { } problem)
            {
                return problem;
            }

            keys.Add(key.Value);
        }

        return keys.DistinctBy(key => key.Fingerprint).ToList();
    }

    /// <summary>Reads a key, or says what is wrong with it. What was sent is never said back: it may be a private key.</summary>
    public static Result<SshKey> Parse(string line, string field)
    {
        if (LooksPrivate(line))
        {
            return ComputeProblems.PrivateKeySent(field);
        }

        var trimmed = line.Trim(' ');
        var parts = trimmed.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (trimmed.Length > LongestLine || !trimmed.All(IsVisible) || parts.Length < 2)
        {
            return ComputeProblems.Field(
                field, $"{field} is one line of a .pub file, at most {LongestLine} ASCII characters: the type, the key in base64, and a comment if you like.");
        }

        return SshKeyBlob.Check(parts[0], parts[1], field) is { Problem: { } problem }
            ? problem
            : new SshKey(string.Join(' ', parts), Convert.FromBase64String(parts[1]));
    }

    /// <summary>Whether somebody took the wrong one of the two files.</summary>
    private static bool LooksPrivate(string line) =>
        line.Contains("PRIVATE", StringComparison.OrdinalIgnoreCase)
        || line.Contains("PuTTY-User-Key-File", StringComparison.OrdinalIgnoreCase)
        || line.Contains(Convert.ToBase64String("openssh-key-v1"u8)[..16], StringComparison.Ordinal);

    private static bool IsVisible(char character) => character is >= ' ' and <= '~';

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Fingerprint);
        return true;
    }
}
