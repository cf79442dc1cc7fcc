using System.Diagnostics.CodeAnalysis;

namespace Kontor.Contabo;

/// <summary>
/// The UUID sent as <c>x-request-id</c>. Contabo stores it in the audit row of the change it caused, which is the only
/// way to find out later whether a write arrived. It is not an idempotency key: the same id sent twice acts twice.
/// </summary>
/// <remarks>Source: the header pattern of every operation: version digit 0 to 5, variant digit 0, 8, 9, a or b.</remarks>
public readonly record struct RequestId
{
    /// <summary>Takes a UUID that Contabo's header pattern accepts.</summary>
    /// <exception cref="ArgumentException">The UUID is empty, or of a version or variant that Contabo refuses (version 7, for one).</exception>
    public RequestId(Guid value)
    {
        if (!IsAccepted(value))
        {
            throw new ArgumentException("A request id is a non-empty UUID of version 0 to 5.", nameof(value));
        }

        Value = value;
    }

    /// <summary>Gets the UUID; empty only in <c>default</c>, which no call accepts.</summary>
    public Guid Value { get; }

    /// <summary>Reads the dashed form.</summary>
    /// <exception cref="FormatException">The text is not a UUID that Contabo's header pattern accepts.</exception>
    public static RequestId Parse(string text) =>
        TryParse(text, out var requestId) ? requestId : throw new FormatException("Not a request id: a dashed UUID of version 0 to 5 is expected.");

    /// <summary>Reads the dashed form, or answers false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RequestId requestId)
    {
        var good = Guid.TryParseExact(text, "D", out var value) && IsAccepted(value);
        requestId = good ? new RequestId(value) : default;
        return good;
    }

    /// <summary>Gives the dashed lower-case form, as it is sent.</summary>
    public override string ToString() => Value.ToString("D");

    private static bool IsAccepted(Guid value) =>
        value != Guid.Empty && value.Version is >= 0 and <= 5 && value.Variant is 0 or (>= 8 and <= 11);
}
