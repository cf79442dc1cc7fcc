using System.CommandLine;
using System.CommandLine.Invocation;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Help;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Host;
using Kontor.Cli.Inventory;

namespace Kontor.Cli;

/// <summary>All commands: help, manual and completion are made of the same tree.</summary>
internal static class CommandTree
{
    public static RootCommand Create(Surroundings surroundings)
    {
        var root = new RootCommand("Kontor sells Contabo's cloud: it buys exactly one machine for one paid order and watches it.");
        // Directives of the library would answer words in brackets; completion is a command of ours.
        root.Directives.Clear();
        root.Options.Clear();
        foreach (var option in GlobalOptions.Create(surroundings))
        {
            root.Add(option);
        }

        foreach (var noun in Nouns.Create())
        {
            root.Add(noun);
        }

        foreach (var verb in new Verb[] { new SearchAll(), new CompletionScript(), new CompleteWords(), new ManualPages() })
        {
            root.Add(verb);
        }

        foreach (var verb in HostVerb.All)
        {
            root.Add(new Command(verb.Name, verb.Summary));
        }

        Bind(root, surroundings);
        return root;
    }

    /// <summary>Whether a command that only has others below it was given alone.</summary>
    public static bool AsksForHelp(ParseResult parsed) =>
        parsed is { CommandResult.Command: RootCommand or Noun, UnmatchedTokens.Count: 0, Action: null or ParseErrorAction }
        && parsed.Errors.All(error => error.SymbolResult == parsed.CommandResult);

    private static void Bind(Command command, Surroundings surroundings)
    {
        if (command is Verb verb)
        {
            foreach (var option in verb.Later)
            {
                verb.Add(option);
            }

            verb.SetAction(async (parsed, cancellationToken) =>
            {
                using var call = new Invocation(parsed, surroundings, cancellationToken);
                return await verb.RunSafelyAsync(call);
            });
        }

        foreach (var inner in command.Subcommands)
        {
            Bind(inner, surroundings);
        }
    }
}
