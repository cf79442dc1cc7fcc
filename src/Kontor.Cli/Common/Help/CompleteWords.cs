using System.CommandLine;
using System.CommandLine.Parsing;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary><c>__complete LINE</c>: what the last word of a line can become, a line each, with a few words after a tab.</summary>
internal sealed class CompleteWords : Verb
{
    private const int MostIds = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Argument<string> _line = new("line") { Description = "The line up to the cursor, beginning with the program." };

    public CompleteWords()
        : base("__complete", "Says what the last word of a line can become.")
    {
        Hidden = true;
        Add(_line);
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var root = Parents.OfType<RootCommand>().Single();
        var place = CompletionPlace.Of(root, CommandLineParser.SplitCommandLine(call.Get(_line)).ToList(), call.Get(_line).EndsWith(' '));
        var words = place.Id is { } id ? await IdsAsync(call, id) : place.Words();
        foreach (var (word, text) in words.Where(one => one.Word.StartsWith(place.Begun, StringComparison.Ordinal)))
        {
            call.Surroundings.Output.Write($"{Visible.Text(word)}\t{Visible.Text(text)}\n");
        }

        return ExitCode.Done;
    }

    // Whoever presses Tab has asked for nothing: without a server there is nothing to choose from, and nothing to say.
    private static async Task<IEnumerable<(string Word, string Text)>> IdsAsync(Invocation call, IdArgument id)
    {
        using var patience = new CancellationTokenSource(Patience, call.Surroundings.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, call.Cancel);
        try
        {
            return await id.ReadAsync(call.Client, either.Token).Take(MostIds).ToListAsync(either.Token);
        }
        catch (Exception exception) when (Failure.Of(exception, call.Server) is not null)
        {
            return [];
        }
    }
}
