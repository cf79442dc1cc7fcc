using System.Globalization;
using Kontor.Engine.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Common;

/// <summary>Which part of a list is asked for.</summary>
internal class PageQuery : IRefusable
{
    public const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; set; }

    /// <summary>Gets how many items a page has; valid when nothing was refused.</summary>
    public int Size => Limit is null ? DefaultLimit : int.Parse(Limit, CultureInfo.InvariantCulture);

    /// <summary>Gets the id before which the page begins.</summary>
    public string? Before => Cursor is null ? null : PageCursor.Read(Cursor);

    public virtual Problem? Refusal =>
        Limit is not null && !IsLimit(Limit, MaxLimit) ? HttpProblems.ParameterWrong("limit", $"a whole number from 1 to {MaxLimit}")
        : Cursor is not null && PageCursor.Read(Cursor) is null ? HttpProblems.CursorInvalid()
        : null;

    internal static bool IsLimit(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most;
}
