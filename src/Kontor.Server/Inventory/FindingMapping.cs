using Kontor.Api.Inventory;
using Kontor.Engine.Inventory;

namespace Kontor.Server.Inventory;

/// <summary>Findings and time lines on the wire.</summary>
internal static class FindingMapping
{
    public static FindingResponse ToResponse(this Finding finding) => new()
    {
        Id = finding.Id,
        State = Enum.Parse<Kontor.Api.Inventory.FindingState>(finding.State, ignoreCase: true),
        Kind = finding.Kind,
        About = finding.About,
        Account = finding.Account?.Value,
        SubjectId = finding.SubjectId?.Value,
        Detail = finding.Detail,
        FirstSeenAt = finding.FirstSeenAt,
        LastSeenAt = finding.LastSeenAt,
        ResolvedAt = finding.ResolvedAt,
        IgnoredAt = finding.IgnoredAt,
        IgnoredReason = finding.IgnoredReason,
    };

    public static TimelineEntryResponse ToResponse(this TimelineEntry entry) => new()
    {
        Id = entry.Id,
        At = entry.At,
        Kind = entry.Kind,
        Text = entry.Text,
        Before = entry.Before,
        After = entry.After,
        Origin = entry.Origin,
        Actor = entry.Actor,
        ActedAt = entry.ActedAt,
        RequestId = entry.RequestId,
        OperationId = entry.OperationId?.Value,
    };
}
