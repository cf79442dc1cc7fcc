namespace Kontor.FaultSimulation.Matrix;

/// <summary>The matrix as text: a line for each call of each workflow, with how often each fault fired, and why the others cannot.</summary>
internal static class MatrixReport
{
    /// <summary>Prints it.</summary>
    public static void Print(IReadOnlyList<Cell> cells, IReadOnlyList<CellResult> results, TextWriter output)
    {
        var byCell = results.ToDictionary(result => result.Cell);
        foreach (var call in cells.GroupBy(cell => (cell.Workflow.Name, cell.Operation, cell.AfterLostAnswer)))
        {
            output.WriteLine($"{call.Key.Name}: {call.Key.Operation}{(call.Key.AfterLostAnswer ? ", looked up after a lost answer" : "")}");
            output.WriteLine($"  fired: {string.Join(", ", call.Where(cell => cell.WhyNot is null).Select(cell => $"{cell.Misbehaviour} {byCell[cell].Fired}"))}");
            foreach (var reason in call.Where(cell => cell.WhyNot is not null).GroupBy(cell => cell.WhyNot))
            {
                output.WriteLine($"  not applicable, {reason.Key}: {string.Join(", ", reason.Select(cell => cell.Misbehaviour))}");
            }
        }

        foreach (var failed in results.Where(result => result.Failure is not null).OrderBy(result => result.Cell.ToString(), StringComparer.Ordinal))
        {
            output.WriteLine($"FAILED {failed.Cell}: {failed.Failure}");
            output.WriteLine($"  replay: ./test campaign matrix --only \"{failed.Cell}\"");
        }

        var (run, no) = (results.Count, cells.Count - results.Count);
        output.WriteLine($"{cells.Count} cells of {Workflows.All.Count} workflows: {run} run, {no} not applicable");
    }
}
