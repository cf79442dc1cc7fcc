using Kontor.Engine.Common;

namespace Kontor.Engine.Operations;

/// <summary>Which operations to list.</summary>
/// <param name="Source">Only this source's; null for all.</param>
/// <param name="Status">Only those that look like this from outside, by name.</param>
/// <param name="Subject">Only this subject's.</param>
/// <param name="Before">Only those older than this operation id.</param>
/// <param name="Limit">How many at the most.</param>
public sealed record OperationFilter(
    string? Source = null, string? Status = null, SubjectId? Subject = null, string? Before = null, int Limit = 50)
{
    /// <summary>Gets the subjects beyond which nothing is shown; null for no such bound.</summary>
    public IReadOnlyList<SubjectId>? Subjects { get; init; }
}
