using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Rename;

/// <summary>The wish that a machine be called something else.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Label">The readable part of its name; what an order's label may be.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record RenameInstance(ResourceId Instance, string Label, string? Source);

/// <summary>What is kept of the wish.</summary>
/// <param name="Label">The readable part of the name, without blanks around it.</param>
internal sealed record NewLabel(string Label);
