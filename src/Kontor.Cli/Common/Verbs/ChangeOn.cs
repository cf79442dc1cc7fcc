namespace Kontor.Cli.Common.Verbs;

/// <summary>Changes one thing at once.</summary>
internal abstract class ChangeOn<T> : ChangeVerb<T>
{
    private readonly IdArgument _id;

    protected ChangeOn(string name, string summary, IdArgument id, bool asks = false)
        : base(name, summary, asks)
    {
        _id = id;
        Add(id);
    }

    protected sealed override Task<T> SendAsync(Invocation call, string idempotencyKey) => SendAsync(call, call.Get(_id), idempotencyKey);

    protected sealed override Task<string> ConsequenceAsync(Invocation call) => ConsequenceAsync(call, call.Get(_id));

    /// <inheritdoc cref="SendVerb{T}.SendAsync"/>
    protected abstract Task<T> SendAsync(Invocation call, string id, string idempotencyKey);

    /// <inheritdoc cref="SendVerb{T}.ConsequenceAsync"/>
    protected virtual Task<string> ConsequenceAsync(Invocation call, string id) => Task.FromResult("");
}
