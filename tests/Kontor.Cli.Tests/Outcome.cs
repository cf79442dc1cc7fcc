using System.Diagnostics;

namespace Kontor.Cli.Tests;

/// <summary>What a process left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public static async Task<Outcome> OfAsync(Process process)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await errors);
    }
}
