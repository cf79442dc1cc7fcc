using Kontor.Contabo.Simulator.Faults;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>Finds the cells of a workflow: which calls it makes when all goes well, and which more when the answer to its write is lost.</summary>
internal static class MatrixPlan
{
    /// <summary>The cells of one workflow, those that cannot be with their reason.</summary>
    public static IEnumerable<Cell> CellsOf(Workflow workflow, Template template)
    {
        var plain = Record(workflow, template, fault: null);
        var lost = Record(workflow, template, new FaultRule { Operation = workflow.Write, Misbehaviour = Misbehaviour.TimeoutAfterEffect });
        return Cells(workflow, plain, afterLostAnswer: false)
            .Concat(Cells(workflow, lost.Where(call => !plain.ContainsKey(call.Key)).ToDictionary(), afterLostAnswer: true));
    }

    private static IEnumerable<Cell> Cells(Workflow workflow, IReadOnlyDictionary<string, bool> calls, bool afterLostAnswer) =>
        from call in calls.OrderBy(call => call.Key, StringComparer.Ordinal)
        from misbehaviour in Enum.GetValues<Misbehaviour>()
        select new Cell(workflow, call.Key, misbehaviour, afterLostAnswer) { WhyNot = WhyNot(call.Key, severalPages: call.Value, misbehaviour) };

    private static string? WhyNot(string operation, bool severalPages, Misbehaviour misbehaviour) =>
        FaultBook.WhyNot(misbehaviour, operation) ?? (severalPages ? null : misbehaviour switch
        {
            Misbehaviour.DuplicatePage => "its list has one page here",
            Misbehaviour.TokenExpiry when FaultBook.WhyNot(Misbehaviour.ShortList, operation) is null => "its list has one page here",
            _ => null,
        });

    /// <summary>The operations that are called, and whether as a list of several pages.</summary>
    private static Dictionary<string, bool> Record(Workflow workflow, Template template, FaultRule? fault)
    {
        using var life = new MatrixLife(template);
        workflow.Before(life);
        var since = life.World.Cloud.Requests.Select(call => call.Sequence).DefaultIfEmpty().Max();
        if (fault is not null)
        {
            life.World.Cloud.Faults.Add(fault);
        }

        workflow.Do(life);
        return life.World.Cloud.Requests
            .Where(call => call.Sequence > since && call.OperationId is not null)
            .GroupBy(call => call.OperationId!)
            .ToDictionary(calls => calls.Key, calls => calls.Any(call => call.Query.Contains("page=2", StringComparison.Ordinal)));
    }
}
