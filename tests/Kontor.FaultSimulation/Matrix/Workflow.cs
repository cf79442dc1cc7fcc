namespace Kontor.FaultSimulation.Matrix;

/// <summary>One thing that is done with a machine, in which the provider misbehaves once.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Write">The provider's operation that changes something; a lost answer to it leads to its look-up.</param>
/// <param name="Do">Does it, as the billing system or a customer would.</param>
internal sealed record Workflow(string Name, string Write, Action<MatrixLife> Do)
{
    /// <summary>Gets what happens before, while all goes well.</summary>
    public Action<MatrixLife> Before { get; init; } = _ => { };

    /// <summary>Gets how often the write may have had an effect, at the most; null when twice is as once.</summary>
    public int? MostEffects { get; init; }

    /// <summary>Gets what is wrong in the end, a sentence; null when nothing is.</summary>
    public Func<MatrixLife, string?> Judge { get; init; } = _ => null;

    public override string ToString() => Name;
}
