namespace Kontor.Engine.Common;

/// <summary>The name of a machine on the network, as RFC 1123 has it: labels of letters, digits and <c>-</c>, in lower case.</summary>
public readonly record struct HostName
{
    /// <summary>The longest there may be, dots included.</summary>
    public const int MaxLength = 253;

    private const int MaxLabel = 63;

    private HostName(string value) => Value = value;

    /// <summary>Gets the whole name.</summary>
    public string Value { get; }

    /// <summary>Gets its first label, which is what the machine calls itself.</summary>
    public string Host => Value.Split('.')[0];

    /// <summary>Reads a name; upper case is taken as lower case.</summary>
    /// <returns>False when it is none, or could be taken for an IPv4 address.</returns>
    public static bool TryParse(string text, out HostName name)
    {
        var labels = text.Split('.');
        var valid = text.Length is > 0 and <= MaxLength && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
        name = valid ? new HostName(text.ToLowerInvariant()) : default;
        return valid;
    }

    /// <summary>Reads a stored name.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static HostName Parse(string text) => TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a host name.");

    /// <summary>The user-data with which cloud-init gives a new installation the name.</summary>
    public string ToUserData() => Host == Value
        ? $"#cloud-config\nhostname: {Host}\n"
        : $"#cloud-config\nhostname: {Host}\nfqdn: {Value}\n";

    public override string ToString() => Value;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
