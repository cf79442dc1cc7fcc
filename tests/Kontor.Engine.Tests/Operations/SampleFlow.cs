using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Tests.Operations;

/// <summary>A flow that a person can neither resume nor give up.</summary>
internal abstract class SampleFlow(string type) : IOperationFlow
{
    public string Type => type;

    public abstract Task AdvanceAsync(Operation operation, CancellationToken cancellationToken);

    public OperationMove? Resume(Operation operation, Actor actor, DateTimeOffset now) => null;

    public OperationMove? GiveUp(Operation operation, Actor actor, DateTimeOffset now) => null;

    public Task OnGivenUpAsync(UnitOfWork unit, Operation operation) => Task.CompletedTask;
}
