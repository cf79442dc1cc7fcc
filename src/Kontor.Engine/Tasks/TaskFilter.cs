namespace Kontor.Engine.Tasks;

/// <summary>Which tasks to list.</summary>
/// <param name="Source">Only those this source may see; null for all.</param>
/// <param name="OnlyOpen">Whether to leave out what was done or dismissed.</param>
/// <param name="Kind">Only those of this kind; null for all.</param>
/// <param name="Assignee">Only those of this assignee; null for all.</param>
/// <param name="OverdueAt">Only open ones whose deadline has passed by then; null for all.</param>
/// <param name="After">Only those that come after this task in the list's order.</param>
/// <param name="Limit">How many at the most.</param>
public sealed record TaskFilter(
    string? Source = null,
    bool OnlyOpen = true,
    string? Kind = null,
    string? Assignee = null,
    DateTimeOffset? OverdueAt = null,
    string? After = null,
    int Limit = 50);
