using System.Text.Json;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Compute;

public sealed class AccessTests : IDisposable
{
    private const string Losses = "GET /api/v1/instances/INS1/reinstall";
    private const string Reinstall = "POST /api/v1/instances/INS1/reinstall";
    private const string Password = "POST /api/v1/instances/INS1/password";
    private const string Link = "kontor operations link OP1";

    private readonly CommandLine _cli = new()
    {
        Server = new Stub().On(Losses, Samples.Losses)
            .On(Reinstall, Samples.Operation(OperationStatus.Pending))
            .On(Password, Samples.Operation(OperationStatus.Pending))
            .On("POST /api/v1/instances/INS1/rescue", Samples.Operation(OperationStatus.Pending))
            .On("GET /api/v1/operations/OP1", Samples.Operation(OperationStatus.Succeeded, "accepted", "succeeded")),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Before_a_new_installation_it_is_said_what_is_lost_and_what_stays()
    {
        var outcome = await _cli.RunAsync("instances", "reinstall", "INS1", "--image", "IMG");

        Assert.Equal((24, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(
            $"Machine INS1, now running with image {Samples.Image}, loses: Everything on the disk. No snapshots: there are none. It keeps: The contract.\n",
            outcome.Errors,
            StringComparison.Ordinal);
        Assert.Equal([Losses], _cli.Server.Requests);
    }

    [Fact]
    public async Task A_new_installation_says_which_machine_it_means_and_that_all_may_be_lost()
    {
        await _cli.RunAsync("instances", "reinstall", "INS1", "--image", "IMG", "--yes", "--no-wait", "--no-password");

        var sent = Assert.Single(_cli.Server.Bodies);
        Assert.Equal(("INS1", true, "none"), (sent.GetProperty("confirm").GetString(), sent.GetProperty("loses").GetBoolean(), sent.GetProperty("password").GetString()));
    }

    [Theory]
    [InlineData("reset-password INS1", true)]
    [InlineData("reset-password INS1 --own-password", false)]
    [InlineData("rescue INS1", true)]
    [InlineData("reinstall INS1 --image IMG --yes", true)]
    [InlineData("reinstall INS1 --image IMG --yes --no-password", false)]
    public async Task Where_kontor_makes_a_password_the_way_to_it_is_said_and_never_the_password(string line, bool makes)
    {
        _cli.Typed = "Pa55word!";

        var outcome = await _cli.RunAsync(["instances", .. line.Split(' ')]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(makes, outcome.Errors.Contains(Link, StringComparison.Ordinal));
        Assert.DoesNotContain("Pa55word!", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_of_ones_own_comes_from_standard_input()
    {
        _cli.Typed = "Pa55word!\n";

        await _cli.RunAsync("instances", "reset-password", "INS1", "--own-password", "--no-wait");

        Assert.Equal("Pa55word!", Assert.Single(_cli.Server.Bodies).GetProperty("password").GetString());
    }

    [Fact]
    public async Task No_password_on_standard_input_is_not_a_wish_for_one_of_kontors()
    {
        var outcome = await _cli.RunAsync("instances", "reset-password", "INS1", "--own-password");

        Assert.Equal((2, 0), (outcome.ExitCode, _cli.Server.Requests.Count));
    }

    [Fact]
    public async Task Keys_are_set_without_touching_the_password()
    {
        await _cli.RunAsync("instances", "set-keys", "INS1", "--no-wait", "--ssh-key", File("a.pub", "ssh-ed25519 AAAA anna\n"), "--ssh-key", File("b.pub", "ssh-rsa BBBB"));

        var sent = Assert.Single(_cli.Server.Bodies);
        Assert.Equal(["ssh-ed25519 AAAA anna", "ssh-rsa BBBB"], sent.GetProperty("sshKeys").EnumerateArray().Select(key => key.GetString()));
        Assert.True(sent.GetProperty("keepPassword").GetBoolean());
        Assert.False(sent.TryGetProperty("password", out var password) && password.ValueKind != JsonValueKind.Null);
    }

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE" + " KEY-----\nAAAA", "is a private key, and nothing was sent")]
    [InlineData(null, "cannot be read")]
    public async Task A_private_key_or_none_is_sent_to_nobody(string? content, string said)
    {
        var file = content is null ? Path.Combine(_cli.Home, "absent.pub") : File("id", content);

        var outcome = await _cli.RunAsync("instances", "set-keys", "INS1", "--ssh-key", file);

        Assert.Equal((2, 0), (outcome.ExitCode, _cli.Server.Requests.Count));
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_short_text_is_not_read() => Assert.Contains(
        "is larger than 64 KiB",
        (await _cli.RunAsync("instances", "reinstall", "INS1", "--image", "IMG", "--yes", "--user-data", File("disk", new string('x', 65_537)))).Errors,
        StringComparison.Ordinal);

    [Fact]
    public async Task Keys_are_needed_to_set_keys() => Assert.Equal(2, (await _cli.RunAsync("instances", "set-keys", "INS1")).ExitCode);

    private string File(string name, string content)
    {
        var path = Path.Combine(_cli.Home, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
