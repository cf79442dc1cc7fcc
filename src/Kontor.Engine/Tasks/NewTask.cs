using Kontor.Engine.Common;

namespace Kontor.Engine.Tasks;

/// <summary>A task before it has a row.</summary>
/// <param name="Kind">What sort of task it is, in snake case; up to 64 characters.</param>
/// <param name="About">What it is about, the same text each time; up to 200 characters.</param>
public sealed record NewTask(string Kind, string About)
{
    /// <summary>Gets the line shown in a list; up to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what to do, in one or two sentences.</summary>
    public required string Detail { get; init; }

    /// <summary>Gets what happens if nobody acts.</summary>
    public required string Consequence { get; init; }

    /// <summary>Gets by when it should be done; from then on it is announced daily.</summary>
    public required DateTimeOffset DeadlineAt { get; init; }

    /// <summary>Gets the source that may see it; null for staff alone.</summary>
    public string? Source { get; init; }

    public SubjectId? SubjectId { get; init; }

    public ResourceId? ResourceId { get; init; }

    public OperationId? OperationId { get; init; }

    internal TaskRow ToRow(string id, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = Kind,
        About = About,
        OpenKey = TaskRow.KeyOf(Kind, About),
        Title = Title,
        Detail = Detail,
        Consequence = Consequence,
        DeadlineAt = DeadlineAt,
        AnnounceAt = DeadlineAt,
        Status = TaskRow.Open,
        Source = Source,
        SubjectId = SubjectId,
        ResourceId = ResourceId,
        OperationId = OperationId,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
