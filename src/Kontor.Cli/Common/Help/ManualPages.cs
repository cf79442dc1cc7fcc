using System.CommandLine;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary><c>man --directory D</c>: writes the manual, a page for <c>kontor</c> and one for each noun.</summary>
internal sealed class ManualPages : Verb
{
    private readonly Option<string?> _directory = Given.Text("--directory", "Where the pages are written.", "DIRECTORY").Needed();

    public ManualPages()
        : base("man", "Writes the pages of the manual.")
    {
        Hidden = true;
        Add(_directory);
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var folder = call.Given(_directory);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in ManualPage.All(Parents.OfType<RootCommand>().Single()))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, call.Cancel);
            }
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"The pages cannot be written to {folder}: {unwritable.Message}");
        }

        return ExitCode.Done;
    }
}
