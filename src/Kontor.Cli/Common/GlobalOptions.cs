using System.CommandLine;
using System.CommandLine.Help;
using Kontor.Cli.Common.Help;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Common;

/// <summary>Options that every verb has. They are read by name: each command tree has its own.</summary>
internal static class GlobalOptions
{
    public const string Url = "--url";
    public const string ApiKeyFile = "--api-key-file";
    public const string Output = "--output";

    private static readonly string[] Formats = ["table", "json", "jsonl", "yaml"];

    public static IEnumerable<Option> Create(Surroundings surroundings)
    {
        var url = Given.Text(Url, "The address of Kontor. Default: KONTOR_URL, else cli.json, else http://127.0.0.1:5580.", "URL");
        var file = Given.Text(ApiKeyFile, "A file that holds the API key. Default: KONTOR_API_KEY, else cli.json.", "FILE");
        var output = Given.Choice(Output, "How data is written. Default: table.", Formats);
        output.Aliases.Add("-o");
        foreach (var option in new[] { url, file, output })
        {
            option.Recursive = true;
            yield return option;
        }

        var help = new HelpOption("--help", "-h") { Description = "Shows this page." };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, surroundings);
        yield return help;
        yield return new VersionOption { Description = "Shows the version of kontor." };
    }

    public static OutputFormat FormatIn(ParseResult parsed) =>
        parsed.GetValue<string?>(Output) is { } word ? (OutputFormat)Array.IndexOf(Formats, word) : OutputFormat.Table;
}
