using System.Collections.Frozen;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Operations;

/// <summary>What a person can decide about an operation that needs attention: resume, which looks first, or give up.</summary>
public sealed class DecideOperationHandler(Database database, OperationStore operations, IEnumerable<IOperationFlow> flows)
{
    private readonly FrozenDictionary<string, IOperationFlow> _flows = flows.ToFrozenDictionary(flow => flow.Type);

    /// <summary>Resumes an operation.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="source">The caller's source; null when the caller sees all.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> ResumeAsync(OperationId id, string? source, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.Decide) is { } refused
            ? refused
            : await database.WriteAsync("operation.resume", unit => DecideAsync(unit, id, source, actor, giveUp: false), cancellationToken);

    /// <summary>Gives an operation up; what was found about it stays.</summary>
    /// <inheritdoc cref="ResumeAsync"/>
    public async Task<Result<Operation>> GiveUpAsync(OperationId id, string? source, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.Decide) is { } refused
            ? refused
            : await database.WriteAsync("operation.give_up", unit => DecideAsync(unit, id, source, actor, giveUp: true), cancellationToken);

    private async Task<Result<Operation>> DecideAsync(UnitOfWork unit, OperationId id, string? source, Actor actor, bool giveUp)
    {
        var operation = await OperationStore.FindAsync(unit, id);
        if (operation is null || (source is not null && operation.Source != source))
        {
            return OperationProblems.NotFound();
        }

        var flow = _flows[operation.Type];
        var move = giveUp ? flow.GiveUp(operation, actor, unit.Now) : flow.Resume(operation, actor, unit.Now);
        if (move is null)
        {
            return giveUp ? OperationProblems.CannotGiveUp(operation.State) : OperationProblems.CannotResume(operation.State);
        }

        if (!await operations.TryMoveAsync(unit, operation, move))
        {
            return OperationProblems.MovedMeanwhile();
        }

        if (giveUp)
        {
            await flow.OnGivenUpAsync(unit, operation);
        }

        return (await OperationStore.FindAsync(unit, id))!;
    }
}
