using System.Diagnostics;

namespace Kontor.Cli.Tests.Host;

public sealed class HostVerbTests
{
    private const string ListArguments = """printf '<%s>' "$@" """;

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("keys")]
    [InlineData("catalog")]
    [InlineData("audit")]
    [InlineData("secrets")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("migrate")]
    public async Task The_server_gets_the_verb_and_every_argument_as_it_was_written(string verb)
    {
        using var release = new ReleaseFolder().With("kontor-server", ListArguments);

        var outcome = await release.RunAsync(verb, "two words", "", "--help", "-x=$HOME");

        Assert.Equal($"<{verb}><two words><><--help><-x=$HOME>", outcome.Output);
    }

    [Fact]
    public async Task The_simulator_is_a_program_of_its_own_and_gets_the_arguments_without_the_verb()
    {
        using var release = new ReleaseFolder().With("kontor-simulator", ListArguments);

        Assert.Equal("<--port><5550>", (await release.RunAsync("simulate", "--port", "5550")).Output);
    }

    [Fact]
    public async Task The_exit_code_and_the_error_stream_are_those_of_the_program()
    {
        using var release = new ReleaseFolder().With("kontor-server", "echo refused >&2; exit 43");

        Assert.Equal(new Outcome(43, "", "refused\n"), await release.RunAsync("migrate"));
    }

    [Fact]
    public async Task What_is_typed_reaches_the_program()
    {
        using var release = new ReleaseFolder().With("kontor-server", "tr a-z A-Z");
        using var kontor = release.Start("keys");

        await kontor.StandardInput.WriteAsync("secret");
        kontor.StandardInput.Close();

        Assert.Equal("SECRET", (await Outcome.OfAsync(kontor)).Output);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_to_kontor_reaches_the_program_which_decides_how_to_end(string signal)
    {
        using var release = new ReleaseFolder().With(
            "kontor-server", $"trap 'echo stopped in order; exit 3' {signal}; echo ready; read -r line");
        using var kontor = release.Start("serve");
        await kontor.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        await SendAsync(signal, kontor);

        Assert.Equal(new Outcome(3, "stopped in order\n", ""), await Outcome.OfAsync(kontor));
    }

    [Fact]
    public async Task The_program_has_the_process_id_of_kontor_so_that_killing_it_leaves_nothing_running()
    {
        using var release = new ReleaseFolder().With("kontor-server", "echo $$");
        using var kontor = release.Start("serve");

        var outcome = await Outcome.OfAsync(kontor);

        Assert.Equal($"{kontor.Id}\n", outcome.Output);
    }

    [Fact]
    public async Task The_runtimes_diagnostics_port_is_left_free_for_the_program()
    {
        using var release = new ReleaseFolder().With("kontor-server", "exit 0");
        using var kontor = release.Start("serve");

        await Outcome.OfAsync(kontor);

        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{kontor.Id}-*"));
    }

    [Fact]
    public async Task A_missing_program_is_named_in_one_sentence()
    {
        using var release = new ReleaseFolder();

        var outcome = await release.RunAsync("serve");

        Assert.Equal(127, outcome.ExitCode);
        Assert.Matches("^kontor: .*/kontor-server is missing: [^\n]+\n$", outcome.Errors);
    }

    [Fact]
    public async Task A_program_that_may_not_be_started_is_named_with_the_reason()
    {
        using var release = new ReleaseFolder().With("kontor-server", "exit 0", UnixFileMode.UserRead);

        var outcome = await release.RunAsync("serve");

        Assert.Equal(126, outcome.ExitCode);
        Assert.Matches("^kontor: .*/kontor-server does not start: Permission denied\\.\n$", outcome.Errors);
    }

    private static async Task SendAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
