using System.Text.Json;
using Kontor.Api.Storage;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Storage;

/// <summary>Events, in the order they became true. A reader keeps its own place.</summary>
internal static class EventEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", ReadAsync).WithTags("Events").WithName("ReadEvents").Needs(Right.Events).RequireAuthorization(ApiScopes.EventsRead)
            .WithSummary("Reads events after a place; the answer says where to go on.");

    internal static async Task<Results<Ok<EventPage>, ProblemAnswer>> ReadAsync(
        Caller caller, [AsParameters] EventQuery query, ReadEventsHandler handler, CancellationToken cancellationToken)
    {
        var seen = await handler.HandleAsync(caller.Source, query.Place, query.Size, cancellationToken);
        return TypedResults.Ok(new EventPage { Items = [.. seen.Events.Select(ToResponse)], NextAfter = seen.NextAfter, More = seen.More });
    }

    private static EventResponse ToResponse(OutboxRow row)
    {
        using var data = JsonDocument.Parse(row.Payload);
        return new EventResponse
        {
            Sequence = row.Sequence,
            At = row.At,
            Type = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Type),
            SubjectId = row.SubjectId,
            Data = data.RootElement.Clone(),
        };
    }
}
