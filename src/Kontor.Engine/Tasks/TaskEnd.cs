using Kontor.Engine.Common;

namespace Kontor.Engine.Tasks;

/// <summary>How a task ends.</summary>
/// <param name="Status"><see cref="TaskRow.Done"/> or <see cref="TaskRow.Dismissed"/>.</param>
/// <param name="Outcome">What came of it, or why nothing needs doing.</param>
/// <param name="Actor">Who ends it.</param>
public sealed record TaskEnd(string Status, string Outcome, Actor Actor);
