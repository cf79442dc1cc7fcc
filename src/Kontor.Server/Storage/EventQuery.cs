using System.Globalization;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Storage;

/// <summary>Which events to read.</summary>
internal sealed class EventQuery : IRefusable
{
    private const int DefaultLimit = 100;

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; set; }

    /// <summary>Gets the sequence number last seen; valid when nothing was refused.</summary>
    public long Place => After is null ? 0 : long.Parse(After, CultureInfo.InvariantCulture);

    public int Size => Limit is null ? DefaultLimit : int.Parse(Limit, CultureInfo.InvariantCulture);

    public Problem? Refusal =>
        After is not null && !long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? HttpProblems.ParameterWrong("after", "a whole number from 0: the 'nextAfter' of the page before")
        : Limit is not null && !PageQuery.IsLimit(Limit, Outbox.MaxPage)
            ? HttpProblems.ParameterWrong("limit", $"a whole number from 1 to {Outbox.MaxPage}")
        : null;
}
