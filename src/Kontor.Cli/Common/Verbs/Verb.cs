using System.CommandLine;

namespace Kontor.Cli.Common.Verbs;

/// <summary>What can be done with a noun: one class a verb.</summary>
internal abstract class Verb(string name, string summary) : Command(name, summary)
{
    /// <summary>Gets command lines for the help and the manual.</summary>
    public IReadOnlyList<string> Examples { get; protected init; } = [];

    /// <summary>Gets the options that a kind of verb has; they come after the verb's own.</summary>
    public IList<Option> Later { get; } = [];

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public abstract Task<int> RunAsync(Invocation call);

    /// <summary>Runs it, and says in one sentence what went wrong.</summary>
    public async Task<int> RunSafelyAsync(Invocation call)
    {
        try
        {
            var code = await RunAsync(call);
            await call.Surroundings.Output.FlushAsync(call.Cancel);
            return code;
        }
        catch (Exception exception) when (Failure.Of(exception, call.Server) is { } failure)
        {
            if (failure.Sentence is { } sentence)
            {
                call.Say($"kontor: {sentence}");
            }

            return failure.ExitCode;
        }
    }
}
