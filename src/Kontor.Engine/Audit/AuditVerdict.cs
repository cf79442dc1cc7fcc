namespace Kontor.Engine.Audit;

/// <summary>What checking the chain found.</summary>
/// <param name="Intact">Whether every row is what it was when it was written, and in its place.</param>
/// <param name="Rows">How many rows were read and found good, from the first one on.</param>
/// <param name="FirstBroken">The sequence number of the first row that is missing or not as it was written.</param>
/// <param name="Fault">One sentence on what is wrong there.</param>
/// <param name="Head">The hash of the last good row: what a copy kept elsewhere is compared with.</param>
public sealed record AuditVerdict(bool Intact, long Rows, long? FirstBroken, string? Fault, string Head);
