using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Power;

/// <summary>A wish about a machine's power.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record PowerInstance(ResourceId Instance, PowerAction Action, string? Source);
