using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;

namespace Kontor.Engine.Compute.Bulk;

/// <summary>The same wish for many machines.</summary>
/// <param name="Action">What is to be done with each: start, stop, restart or shutdown.</param>
/// <param name="Instances">The machines, 1 to 500, each once.</param>
/// <param name="AtOnce">How many are under way at a time, 1 to 20.</param>
/// <param name="Source">The source whose machines alone it may touch; null for all.</param>
public sealed record CreateBulk(string Action, IReadOnlyList<string> Instances, int AtOnce, string? Source)
{
    private const int MostInstances = 500;
    private const int MostAtOnce = 20;
    private const int LongestId = 64;

    /// <summary>What may be done to many machines: nothing that costs money or destroys anything.</summary>
    internal static IReadOnlyList<string> Actions { get; } = [.. PowerActions.Customers.Select(PowerActions.NameOf)];

    /// <summary>The first thing wrong with it; null when nothing is.</summary>
    internal Problem? Fault(InstanceChanges changes) => ActionFault(changes) ?? InstancesFault()
        ?? (AtOnce is >= 1 and <= MostAtOnce ? null : ComputeProblems.Field("limit", $"limit is a whole number from 1 to {MostAtOnce}."));

    private Problem? ActionFault(InstanceChanges changes) =>
        Actions.Contains(Action) ? null
        : changes.All.Any(change => change.Name == Action) ? BulkProblems.NotAllowed(Action, Actions)
        : ComputeProblems.Field("action", $"action is one of {string.Join(", ", Actions)}.");

    private Problem? InstancesFault()
    {
        if (Instances.Count is 0 or > MostInstances)
        {
            return ComputeProblems.Field("instances", $"instances has {Instances.Count} ids; it takes 1 to {MostInstances}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < Instances.Count; number++)
        {
            if (Instances[number] is not { Length: >= 1 and <= LongestId } id || !id.All(char.IsAsciiLetterOrDigit))
            {
                return ComputeProblems.Field($"instances[{number}]", $"instances[{number}] is not the id of an instance.");
            }

            if (!seen.Add(id))
            {
                return ComputeProblems.Field($"instances[{number}]", $"instances[{number}] is {id} a second time: name each machine once.");
            }
        }

        return null;
    }
}
