using System.Collections.Concurrent;
using Kontor.Contabo.Simulator.Faults;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>Runs every misbehaviour at every call of every workflow, or says why it cannot be; a fault that never fired proves nothing and fails.</summary>
internal sealed class MatrixCampaign(int threads)
{
    private readonly ConcurrentQueue<Cell> _work = new();
    private readonly ConcurrentQueue<CellResult> _results = new();

    /// <summary>Runs it and reports.</summary>
    /// <param name="output">Where the matrix goes.</param>
    /// <param name="only">Only cells whose name contains this; null for all.</param>
    /// <returns>The exit code.</returns>
    public int Run(TextWriter output, string? only)
    {
        var cells = Plan().Where(cell => only is null || cell.ToString().Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        cells.Where(cell => cell.WhyNot is null).ToList().ForEach(_work.Enqueue);
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        MatrixReport.Print(cells, [.. _results], output);
        var failed = _results.Count(result => result.Failure is not null);
        output.WriteLine($"{_results.Count - failed} passed, {failed} failed");
        return failed == 0 && !_results.IsEmpty ? 0 : 1;
    }

    private static List<Cell> Plan()
    {
        using var template = new Template();
        return [.. Workflows.All.SelectMany(workflow => MatrixPlan.CellsOf(workflow, template))];
    }

    private void Work()
    {
        using var template = new Template();
        while (_work.TryDequeue(out var cell))
        {
            _results.Enqueue(Try(cell, template));
        }
    }

    private static CellResult Try(Cell cell, Template template)
    {
        using var life = new MatrixLife(template);
        try
        {
            cell.Workflow.Before(life);
            var before = life.World.Cloud.Faults.FiredCount(cell.Misbehaviour, cell.Operation);
            var since = life.World.Cloud.Requests.Select(call => call.Sequence).DefaultIfEmpty().Max();
            Plan(cell, life);
            cell.Workflow.Do(life);
            var fired = life.World.Cloud.Faults.FiredCount(cell.Misbehaviour, cell.Operation) - before;
            life.Settle();
            life.Check();
            return new CellResult(cell, fired, fired == 0 ? "the fault never fired" : Judge(cell, life, since));
        }
        catch (Exception failure) when (failure is InvariantViolated or InvalidOperationException)
        {
            return new CellResult(cell, 0, $"{failure.Message} {failure.InnerException?.Message}");
        }
    }

    private static void Plan(Cell cell, MatrixLife life)
    {
        life.World.Cloud.Faults.Add(new FaultRule { Operation = cell.Operation, Misbehaviour = cell.Misbehaviour });
        if (cell.AfterLostAnswer)
        {
            life.World.Cloud.Faults.Add(new FaultRule { Operation = cell.Workflow.Write, Misbehaviour = Misbehaviour.TimeoutAfterEffect });
        }
    }

    private static string? Judge(Cell cell, MatrixLife life, long since)
    {
        var effects = life.Effects(cell.Workflow.Write, since);
        return effects > cell.Workflow.MostEffects
            ? $"{cell.Workflow.Write} had its effect {effects} times, {cell.Workflow.MostEffects} is the most"
            : cell.Workflow.Judge(life);
    }
}
