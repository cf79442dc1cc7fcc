using System.Diagnostics;

namespace Kontor.EndToEnd.Tests.Demo;

public sealed class EndingTests
{
    [Fact]
    public async Task Without_options_the_demo_goes_on_until_it_is_interrupted_and_leaves_nothing_behind()
    {
        using var demo = KontorProgram.Start(null, "demo");
        var lines = await ReadToAsync(demo, "end ");
        var folder = lines.Single(line => line.StartsWith("folder", StringComparison.Ordinal))[12..];
        Assert.Contains(lines, line => line.StartsWith("look        curl -H 'Authorization: Bearer kontor_", StringComparison.Ordinal));
        Assert.True(Directory.Exists(folder));

        await InterruptAsync(demo);

        Assert.Equal("", (await Outcome.OfAsync(demo)).Ended(0).Errors);
        Assert.False(Directory.Exists(folder));
        Assert.False(await IsRunningAsync(folder));
    }

    [Fact]
    public async Task An_interrupted_life_ends_its_programs()
    {
        using var folder = new TestFolder();
        using var demo = KontorProgram.Start(null, "demo", "--orders", "2000", "--data", folder.Path);
        await ReadToAsync(demo, "3 s:");

        await InterruptAsync(demo);

        (await Outcome.OfAsync(demo)).Ended(130);
        Assert.False(await IsRunningAsync(folder.Path));
    }

    [Fact]
    public async Task A_program_of_the_demo_that_cannot_start_is_explained_in_one_sentence()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File("cloud.json"), "not a state", TestContext.Current.CancellationToken);

        var outcome = (await KontorProgram.RunAsync("demo", "--once", "--data", folder.Path)).Ended(1);

        Assert.Matches(
            $"^The demo failed while starting the simulated cloud: kontor-simulator does not start [^\n]+; its logs are in {folder.Path}, [^\n]+\\.\n$",
            outcome.Errors);
    }

    private static async Task<List<string>> ReadToAsync(Process process, string beginning)
    {
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].StartsWith(beginning, StringComparison.Ordinal))
        {
            lines.Add(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException($"ended before it said '{beginning}': {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}"));
        }

        return lines;
    }

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Whether a program that was started on this folder is still there: its whole path is on the command line of Kontor, and of nobody else.</summary>
    private static async Task<bool> IsRunningAsync(string folder)
    {
        using var find = Process.Start(new ProcessStartInfo("pgrep", ["-f", "--", folder]) { RedirectStandardOutput = true })!;
        await find.WaitForExitAsync(TestContext.Current.CancellationToken);
        return find.ExitCode == 0;
    }
}
