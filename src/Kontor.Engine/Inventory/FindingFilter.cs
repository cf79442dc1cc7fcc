namespace Kontor.Engine.Inventory;

/// <summary>Which findings to list, and from where on.</summary>
/// <param name="State">One of <see cref="FindingState"/>; null for all.</param>
/// <param name="Kind">One of <see cref="FindingKind"/>; null for all.</param>
/// <param name="Before">Only those older than this id.</param>
/// <param name="Limit">How many at the most.</param>
public sealed record FindingFilter(string? State, string? Kind, string? Before, int Limit);
