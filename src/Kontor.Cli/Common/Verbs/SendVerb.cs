using System.CommandLine;

namespace Kontor.Cli.Common.Verbs;

/// <summary>Asks the server to do something: once, under a name by which it can safely be asked again.</summary>
/// <typeparam name="T">What it answers.</typeparam>
internal abstract class SendVerb<T> : Verb
{
    private readonly Option<string?> _key = Given.Visible(
        "--idempotency-key", "Names this request. Default: a fresh name; give the one of a request whose outcome is not known to repeat it.", "KEY", 255);

    private readonly Option<bool> _yes = Given.Flag("--yes", "Goes ahead without asking.", "-y");

    /// <summary>Begins a verb.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="summary">One sentence.</param>
    /// <param name="asks">Whether it costs money or destroys something, so that a person must agree to <see cref="ConsequenceAsync"/>.</param>
    protected SendVerb(string name, string summary, bool asks)
        : base(name, summary)
    {
        Asks = asks;
        if (asks)
        {
            Later.Add(_yes);
        }

        Later.Add(_key);
    }

    /// <summary>Gets whether a person must agree first.</summary>
    public bool Asks { get; }

    public override async Task<int> RunAsync(Invocation call)
    {
        await PrepareAsync(call);
        if (Asks)
        {
            await Confirmation.AskAsync(call, await ConsequenceAsync(call), call.Get(_yes));
        }

        return await FinishAsync(call, await SendOnceAsync(call, call.Get(_key) ?? call.Surroundings.NewIdempotencyKey()));
    }

    /// <summary>Reads what is needed to send.</summary>
    protected virtual Task PrepareAsync(Invocation call) => Task.CompletedTask;

    /// <summary>Says what it costs or destroys, in sentences.</summary>
    protected virtual Task<string> ConsequenceAsync(Invocation call) => Task.FromResult("");

    /// <summary>Sends the request.</summary>
    protected abstract Task<T> SendAsync(Invocation call, string idempotencyKey);

    /// <summary>Shows what became of it.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> FinishAsync(Invocation call, T answer);

    private async Task<T> SendOnceAsync(Invocation call, string key)
    {
        try
        {
            return await SendAsync(call, key);
        }
        catch (Exception exception) when (!Failure.IsDefinite(exception))
        {
            call.Say($"Repeating this with '--idempotency-key {key}' is safe, whether or not it arrived: it is done once.");
            throw;
        }
    }
}
