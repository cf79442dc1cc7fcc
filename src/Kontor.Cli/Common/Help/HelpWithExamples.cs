using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary>The library's help, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction help, Surroundings surroundings) : SynchronousCommandLineAction
{
    private const int WidthElsewhere = 120;


    /// <summary>Who asks for help has not to get the rest right.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = surroundings.OutputIsTerminal ? surroundings.Width.Value : WidthElsewhere;
        help.Invoke(parseResult);
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
