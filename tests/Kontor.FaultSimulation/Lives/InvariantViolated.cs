namespace Kontor.FaultSimulation.Lives;

/// <summary>An invariant of the product was broken.</summary>
internal sealed class InvariantViolated(string invariant, string what) : Exception($"{invariant} violated: {what}")
{
    /// <summary>Gets which invariant, by its number in docs/explanation/invariants.md.</summary>
    public string Invariant { get; } = invariant;
}
