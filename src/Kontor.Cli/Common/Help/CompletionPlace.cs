using System.CommandLine;
using System.CommandLine.Completions;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary>Where in a command line the cursor stands.</summary>
/// <param name="Command">The command that was given so far.</param>
/// <param name="Begun">What of the word is there already.</param>
/// <param name="Awaiting">The option that waits for its value.</param>
/// <param name="Arguments">How many arguments were given.</param>
internal sealed record CompletionPlace(Command Command, string Begun, Option? Awaiting, int Arguments)
{
    /// <summary>Gets the id that belongs here.</summary>
    public IdArgument? Id => Awaiting is null && !Begun.StartsWith('-') && Arguments < Command.Arguments.Count ? Command.Arguments[Arguments] as IdArgument : null;

    /// <summary>Finds it.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="words">The words of the line, the program first.</param>
    /// <param name="atNewWord">Whether the last word is complete and a new one begins.</param>
    public static CompletionPlace Of(Command root, IReadOnlyList<string> words, bool atNewWord)
    {
        var begun = atNewWord || words.Count < 2 ? "" : words[^1];
        var place = new CompletionPlace(root, begun, null, 0);
        return words.Skip(1).Take(atNewWord ? words.Count : words.Count - 2).Aggregate(place, (so, word) => so.After(word));
    }

    /// <summary>What can stand here, other than ids.</summary>
    public IEnumerable<(string Word, string Text)> Words() =>
        Awaiting is not null ? Values(Awaiting.GetCompletions(CompletionContext.Empty))
        : Begun.StartsWith('-') ? CommandFacts.OptionsOf(Command).Select(option => (option.Name, option.Description ?? ""))
        : Command.Subcommands.Count > 0 && Arguments == 0 ? Command.Subcommands.Where(inner => !inner.Hidden).Select(inner => (inner.Name, inner.Description ?? ""))
        : Arguments < Command.Arguments.Count ? Values(Command.Arguments[Arguments].GetCompletions(CompletionContext.Empty))
        : [];

    private static IEnumerable<(string Word, string Text)> Values(IEnumerable<CompletionItem> items) => items.Select(item => (item.Label, ""));

    private CompletionPlace After(string word)
    {
        if (Awaiting is not null)
        {
            return this with { Awaiting = null };
        }

        if (word.StartsWith('-'))
        {
            var option = CommandFacts.OptionsOf(Command).FirstOrDefault(one => one.Name == word || one.Aliases.Contains(word));
            return this with { Awaiting = option is { Arity.MaximumNumberOfValues: > 0 } && option.ValueType != typeof(bool) ? option : null };
        }

        return Command.Subcommands.FirstOrDefault(inner => inner.Name == word || inner.Aliases.Contains(word)) is { } next
            ? this with { Command = next }
            : this with { Arguments = Arguments + 1 };
    }
}
