using System.CommandLine;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Help;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Host;

namespace Kontor.Cli;

/// <summary>What the words after <c>kontor</c> mean.</summary>
internal static class KontorCommand
{
    // '@' begins no file of arguments: what is given as a label is a label.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words.</param>
    /// <param name="surroundings">Made when they are needed: a host verb needs none.</param>
    /// <param name="cancellationToken">Interrupts it, as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args, Func<Surroundings> surroundings, CancellationToken cancellationToken = default) =>
        args is [var first, ..] && HostVerb.All.FirstOrDefault(verb => verb.Name == first) is { } verb
            ? Task.FromResult(HandOver(verb, args))
            : RunOwnAsync(args, surroundings(), cancellationToken);

    // The rest of the line, --help included, is for the program of the verb to understand.
    private static int HandOver(HostVerb verb, string[] args) =>
        HostProgram.TakeOver(Path.Combine(AppContext.BaseDirectory, verb.Program), verb.ArgumentsFor(args), Console.Error);

    private static async Task<bool> IsReadAsync(TextWriter output)
    {
        try
        {
            await output.FlushAsync(CancellationToken.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<int> RunOwnAsync(string[] args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Create(surroundings).Parse(args, Parser);
        if (CommandTree.AsksForHelp(parsed))
        {
            parsed = CommandTree.Create(surroundings).Parse([.. args, "--help"], Parser);
        }
        else if (parsed.Action is not HelpWithExamples && Misuse.In(parsed) is { } sentence)
        {
            await surroundings.Errors.WriteLineAsync($"kontor: {Visible.Text(sentence)}");
            return ExitCode.Usage;
        }

        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Errors, EnableDefaultExceptionHandler = true }, cancellationToken);
        return await IsReadAsync(surroundings.Output) ? code : ExitCode.BrokenPipe;
    }
}
