using System.CommandLine;
using Kontor.Cli.Host;

namespace Kontor.Cli;

/// <summary>What the words after <c>kontor</c> mean.</summary>
internal static class KontorCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args) =>
        args is [var first, ..] && HostVerb.All.FirstOrDefault(verb => verb.Name == first) is { } verb
            ? HandOver(verb, args)
            : RunOwn(args);

    // The rest of the line, --help included, is for the program of the verb to understand.
    private static int HandOver(HostVerb verb, string[] args) =>
        HostProgram.TakeOver(Path.Combine(AppContext.BaseDirectory, verb.Program), verb.ArgumentsFor(args), Console.Error);

    private static int RunOwn(string[] args)
    {
        var parsed = Root().Parse(args is [] ? ["--help"] : args);
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            Console.Error.WriteLine($"kontor: '{unknown}' is not a command of this release; 'kontor --help' lists them.");
            return ExitCode.Usage;
        }

        return parsed.Invoke();
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Kontor sells Contabo's cloud: it buys exactly one machine for one paid order and watches it.");
        foreach (var verb in HostVerb.All)
        {
            root.Add(new Command(verb.Name, verb.Summary));
        }

        return root;
    }
}
