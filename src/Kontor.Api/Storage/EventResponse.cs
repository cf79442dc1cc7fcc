using System.Text.Json;

namespace Kontor.Api.Storage;

/// <summary>Something that became true.</summary>
public sealed record EventResponse
{
    /// <summary>Gets its place in the order of events.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets when it became true.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what happened, such as <c>operation_moved</c> or <c>instance_bought</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the subject it is about.</summary>
    public required string? SubjectId { get; init; }

    /// <summary>Gets the facts, by the type's own fields.</summary>
    public required JsonElement Data { get; init; }
}
