using System.Collections.Frozen;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Operations;

/// <summary>Takes due operations and has their flow take the next step.</summary>
public sealed class OperationRunner(
    Database database, OperationStore operations, IEnumerable<IOperationFlow> flows, OperationOptions options, ILogger<OperationRunner> log)
{
    private readonly FrozenDictionary<string, IOperationFlow> _flows = flows.ToFrozenDictionary(flow => flow.Type);

    /// <summary>Takes one step of one due operation.</summary>
    /// <returns>False when nothing was due.</returns>
    public async Task<bool> RunOneAsync(string worker, CancellationToken cancellationToken)
    {
        if (await operations.ClaimAsync(worker, options.Lease, cancellationToken) is not { } operation)
        {
            return false;
        }

        await AdvanceAsync(operation, cancellationToken);
        return true;
    }

    private async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        try
        {
            await _flows[operation.Type].AdvanceAsync(operation, cancellationToken);
        }
        catch (Exception bug) when (!cancellationToken.IsCancellationRequested && bug is not IStopTheProcess)
        {
            // One broken operation must not hold up the others; it waits, visibly, and its state is as it was.
            log.StepFailed(bug, operation.Id.Value, operation.Type, operation.State);
            await PostponeAsync(operation, bug, cancellationToken);
        }
    }

    private Task PostponeAsync(Operation operation, Exception bug, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "operation.postpone_after_bug",
            unit => OperationStore.PostponeAsync(
                unit,
                operation,
                unit.Now + options.RetryAfterBug,
                OperationProblems.StepFailed(bug)),
            cancellationToken);
}
