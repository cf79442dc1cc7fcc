using Kontor.Api.Operations;

namespace Kontor.Cli.Common.Verbs;

/// <summary>Opens an operation on one thing.</summary>
internal abstract class OperationOn : OperationVerb
{
    private readonly IdArgument _id;

    protected OperationOn(string name, string summary, IdArgument id, bool asks = false)
        : base(name, summary, asks)
    {
        _id = id;
        Add(id);
    }

    protected sealed override Task<OperationResponse> SendAsync(Invocation call, string idempotencyKey) =>
        SendAsync(call, call.Get(_id), idempotencyKey);

    protected sealed override Task<string> ConsequenceAsync(Invocation call) => ConsequenceAsync(call, call.Get(_id));

    protected sealed override Task PrepareAsync(Invocation call) => PrepareAsync(call, call.Get(_id));

    /// <inheritdoc cref="SendVerb{T}.SendAsync"/>
    protected abstract Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey);

    /// <inheritdoc cref="SendVerb{T}.ConsequenceAsync"/>
    protected virtual Task<string> ConsequenceAsync(Invocation call, string id) => Task.FromResult("");

    /// <inheritdoc cref="SendVerb{T}.PrepareAsync"/>
    protected virtual Task PrepareAsync(Invocation call, string id) => Task.CompletedTask;
}
