using System.CommandLine;

namespace Kontor.Cli.Common.Help;

/// <summary>What the tree knows about one command.</summary>
internal static class CommandFacts
{
    /// <summary>The words that lead to a command, beginning with <c>kontor</c>.</summary>
    public static IReadOnlyList<string> PathOf(Command command) =>
        command is RootCommand ? ["kontor"] : [.. PathOf(ParentOf(command)), command.Name];

    /// <summary>The options a command takes: its own and those of its parents that go down.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) =>
        [.. command.Options.Where(option => !option.Hidden), .. command is RootCommand ? [] : OptionsOf(ParentOf(command)).Where(option => option.Recursive)];

    private static Command ParentOf(Command command) => command.Parents.OfType<Command>().Single();
}
