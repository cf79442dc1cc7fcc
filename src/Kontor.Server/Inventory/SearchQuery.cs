using System.Globalization;
using Kontor.Engine.Common;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Inventory;

/// <summary>What to search for.</summary>
internal sealed class SearchQuery : IRefusable
{
    private const int LongestText = 200;
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>Gets what to look for; valid when nothing was refused.</summary>
    public string Words => Text!.Trim();

    /// <summary>Gets when an address must have been held; null for whenever.</summary>
    public DateTimeOffset? Then => At is null ? null : Read(At);

    public Problem? Refusal =>
        string.IsNullOrWhiteSpace(Text) || Text.Length > LongestText || Text.Any(char.IsControl)
            ? HttpProblems.ParameterWrong("q", $"what to look for, 1 to {LongestText} characters")
        : At is not null && Read(At) is null ? HttpProblems.ParameterWrong("at", "an instant with its offset, such as 2026-11-03T12:00:00Z")
        : null;

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && HasOffset(text) ? at : null;

    /// <summary>Without an offset the server's own would be taken, and nobody knows that.</summary>
    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
}
