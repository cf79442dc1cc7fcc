using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kontor.Cli.Common.Help;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class Misuse
{
    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static string? In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens is [var unknown, ..] ? Unknown(unknown, command)
            : parsed.Errors.Count == 0 ? null
            : Missing(parsed.CommandResult)
                ?? (parsed.Errors.FirstOrDefault(error => error.SymbolResult != parsed.CommandResult) ?? parsed.Errors[0]).Message;
    }

    private static string Unknown(string word, Command command)
    {
        var name = NameOf(command);
        var (known, kind) = word.StartsWith('-') && word != "--" ? (CommandFacts.OptionsOf(command).Select(option => option.Name), "an option")
            : command.Subcommands.Count > 0 ? (command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name), "a command")
            : ([], "an argument");
        var cure = Nearest.To(word, [.. known]) is { } near ? $"did you mean '{near}'?" : $"'{name} --help' lists them.";
        return $"'{word}' is not {kind} of {(command is RootCommand ? "this release" : $"'{name}'")}; {cure}";
    }

    private static string? Missing(CommandResult result)
    {
        var command = result.Command;
        var missing = command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && (result.GetResult(argument)?.Tokens.Count ?? 0) == 0)
            .Select(argument => argument.Name.ToUpperInvariant())
            .Concat(command.Options.Where(option => option.Required && result.GetResult(option) is null or { Tokens.Count: 0 }).Select(option => option.Name))
            .ToList();
        var name = NameOf(command);
        return missing.Count == 0 ? null : $"'{name}' needs {string.Join(", ", missing)}; '{name} --help' explains {(missing.Count == 1 ? "it" : "them")}.";
    }

    private static string NameOf(Command command) => string.Join(' ', CommandFacts.PathOf(command));
}
