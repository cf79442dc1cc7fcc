using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary>The library's help, followed by examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const int WidthElsewhere = 120;

    private readonly HelpAction _help;

    public HelpWithExamples(HelpAction help, Surroundings surroundings)
    {
        _help = help;
        _help.MaxWidth = surroundings.OutputIsTerminal ? surroundings.Width : WidthElsewhere;
    }

    /// <summary>Who asks for help has not to get the rest right.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
            {
                output.WriteLine($"  {example.Replace("\n", "\n  ", StringComparison.Ordinal)}");
            }

            output.WriteLine();
        }

        return ExitCode.Done;
    }
}
