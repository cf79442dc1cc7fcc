using Kontor.Contabo.Simulator.Faults;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>One cell of the matrix: a misbehaviour at one of the calls that a workflow makes.</summary>
/// <param name="Workflow">What is done.</param>
/// <param name="Operation">The provider's operation that goes wrong.</param>
/// <param name="Misbehaviour">What happens to it.</param>
/// <param name="AfterLostAnswer">Whether the call is made only because the answer to the write was lost.</param>
internal sealed record Cell(Workflow Workflow, string Operation, Misbehaviour Misbehaviour, bool AfterLostAnswer)
{
    /// <summary>Gets why it cannot be, a few words; null when it can.</summary>
    public string? WhyNot { get; init; }

    public override string ToString() => $"{Workflow.Name} / {Operation}{(AfterLostAnswer ? " (look-up)" : "")} / {Misbehaviour}";
}

/// <summary>What a cell came to.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Fired">How often the fault fired.</param>
/// <param name="Failure">What was wrong; null when nothing was.</param>
internal sealed record CellResult(Cell Cell, int Fired, string? Failure);
