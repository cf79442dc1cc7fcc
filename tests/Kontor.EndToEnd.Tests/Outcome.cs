using System.Diagnostics;

namespace Kontor.EndToEnd.Tests;

/// <summary>What a program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Outcome> OfAsync(Process process)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Fails with everything that was said when the exit code is another.</summary>
    public Outcome Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"ended with {ExitCode} instead of {exitCode}\n{Output}\n{Errors}");
        return this;
    }
}
