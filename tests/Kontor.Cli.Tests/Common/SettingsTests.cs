using System.Net;
using Kontor.Api.Storage;

namespace Kontor.Cli.Tests.Common;

public sealed class SettingsTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly CommandLine _cli = new()
    {
        Server = new Stub()
            .On("GET /api/v1/installation", new InstallationResponse { Id = "I", Simulated = true, Version = "1" })
            .On("GET /below/api/v1/installation", new InstallationResponse { Id = "I", Simulated = true, Version = "1" }),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_file_is_used_when_nothing_else_is_said()
    {
        _cli.Variables.Remove("KONTOR_API_KEY");
        _cli.WriteFile("""{ "url": "https://kontor.example.com/below", "apiKey": "kontor_file" }""");

        Assert.Equal(0, (await _cli.RunAsync("installation", "show")).ExitCode);
        Assert.Equal(["GET /below/api/v1/installation"], _cli.Server.Requests);
        Assert.Equal(["kontor_file"], _cli.Server.ApiKeys);
    }

    [Fact]
    public async Task The_environment_comes_before_the_file_and_options_before_the_environment()
    {
        _cli.WriteFile("""{ "url": "https://file.example.com", "apiKey": "kontor_file" }""");
        _cli.Variables["KONTOR_URL"] = "https://env.example.com";
        var key = Path.Combine(_cli.Home, "key");
        await File.WriteAllTextAsync(key, "kontor_option\n", TestContext.Current.CancellationToken);

        var environment = await _cli.RunAsync("config", "show");
        var options = await _cli.RunAsync("config", "show", "--url", "https://option.example.com", "--api-key-file", key);
        await _cli.RunAsync("installation", "show", "--api-key-file", key);

        Assert.Contains("https://env.example.com\nurlFrom     KONTOR_URL\napiKey      set\napiKeyFrom  KONTOR_API_KEY\n", environment.Output, StringComparison.Ordinal);
        Assert.Contains("https://option.example.com\nurlFrom     --url\napiKey      set\napiKeyFrom  --api-key-file\n", options.Output, StringComparison.Ordinal);
        Assert.Equal(["kontor_option"], _cli.Server.ApiKeys);
    }

    [Fact]
    public async Task Without_anything_the_local_server_is_asked_and_a_key_is_missing()
    {
        _cli.Variables.Remove("KONTOR_API_KEY");

        Assert.Equal(
            new Outcome(16, "", "kontor: There is no API key: put it into KONTOR_API_KEY, or keep it with 'kontor config set-key'; 'kontor keys create' makes one.\n"),
            await _cli.RunAsync("installation", "show"));
        Assert.Contains("url         http://127.0.0.1:5580\nurlFrom     default\napiKey      -\n", (await _cli.RunAsync("config", "show")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "640")]
    [InlineData(UnixFileMode.OtherRead, "604")]
    [InlineData(UnixFileMode.OtherWrite, "602")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead, "644")]
    public async Task A_file_that_is_open_to_others_is_refused_with_the_cure(UnixFileMode more, string mode)
    {
        _cli.WriteFile("""{ "apiKey": "kontor_file" }""", Private | more);

        Assert.Equal(
            new Outcome(2, "", $"kontor: {_cli.File} holds a key and is open to others (mode {mode}): run 'chmod 600 {_cli.File}'.\n"),
            await _cli.RunAsync("installation", "show"));
    }

    [Theory]
    [InlineData("", "is not JSON, or has a key twice (line 1)")]
    [InlineData("{\n\"url\": }", "is not JSON, or has a key twice (line 2)")]
    [InlineData("""{ "apiKey": "a", "apiKey": "b" }""", "is not JSON, or has a key twice")]
    [InlineData("[]", "must be a JSON object with 'url' and 'apiKey'")]
    [InlineData("""{ "apikey": "a" }""", "has a key 'apikey' that does not exist; there are 'url' and 'apiKey'")]
    [InlineData("""{ "apiKey": 7 }""", "'apiKey' in ")]
    [InlineData("""{ "url": null }""", "'url' in ")]
    public async Task A_malformed_file_is_named_with_the_key_and_the_cure(string content, string expected)
    {
        _cli.WriteFile(content);

        var outcome = await _cli.RunAsync("installation", "show");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(expected, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(_cli.File, outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.Errors, letter => letter == '\n');
    }

    [Fact]
    public async Task A_broken_file_is_not_looked_at_when_all_is_said_elsewhere()
    {
        _cli.WriteFile("broken");
        _cli.Variables["KONTOR_URL"] = "http://localhost:1";

        Assert.Equal(0, (await _cli.RunAsync("installation", "show")).ExitCode);
    }

    [Theory]
    [InlineData("kontor.example.com", "--url must be an address such as https://kontor.example.com, not 'kontor.example.com'.")]
    [InlineData("ftp://kontor.example.com", "--url must be an address such as https://kontor.example.com, not 'ftp://kontor.example.com'.")]
    [InlineData("http://kontor.example.com", "--url would send the API key unencrypted to kontor.example.com: use https.")]
    [InlineData("https://me:secret@kontor.example.com", "--url must be scheme, host and path alone: leave out user, '?' and '#'.")]
    [InlineData("https://kontor.example.com?x=1", "--url must be scheme, host and path alone: leave out user, '?' and '#'.")]
    public async Task An_address_that_will_not_do_is_refused(string url, string sentence)
    {
        Assert.Equal(new Outcome(2, "", $"kontor: {sentence}\n"), await _cli.RunAsync("installation", "show", "--url", url));
        Assert.Empty(_cli.Server.Requests);
    }

    [Theory]
    [InlineData("http://localhost:5580")]
    [InlineData("http://[::1]:5580/")]
    [InlineData("http://127.0.0.2")]
    public async Task On_this_machine_alone_nothing_needs_to_be_encrypted(string url) =>
        Assert.Equal(0, (await _cli.RunAsync("installation", "show", "--url", url)).ExitCode);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("kontor_\nX-Other: header")]
    public async Task A_key_that_is_none_is_refused_and_not_shown(string key)
    {
        var file = Path.Combine(_cli.Home, "key");
        await File.WriteAllTextAsync(file, key, TestContext.Current.CancellationToken);

        var outcome = await _cli.RunAsync("installation", "show", "--api-key-file", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("kontor: The API key from --api-key-file must be visible ASCII characters only", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("words", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_is_not_there_is_named()
    {
        var outcome = await _cli.RunAsync("installation", "show", "--api-key-file", Path.Combine(_cli.Home, "nothing"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"kontor: --api-key-file names {_cli.Home}/nothing, which cannot be read: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_and_key_are_kept_for_their_owner_alone()
    {
        _cli.Variables.Remove("KONTOR_API_KEY");
        _cli.Typed = "kontor_typed\n";

        Assert.Equal(new Outcome(0, "", $"Written to {_cli.File}.\n"), await _cli.RunAsync("config", "set-key"));
        Assert.Equal(new Outcome(0, "", $"Written to {_cli.File}.\n"), await _cli.RunAsync("config", "set-url", "http://localhost:7"));

        Assert.Equal("{\n  \"url\": \"http://localhost:7\",\n  \"apiKey\": \"kontor_typed\"\n}", await File.ReadAllTextAsync(_cli.File, TestContext.Current.CancellationToken));
        Assert.Equal(Private, File.GetUnixFileMode(_cli.File));
        Assert.Equal(0, (await _cli.RunAsync("installation", "show")).ExitCode);
    }

    [Fact]
    public async Task A_file_open_to_others_is_not_given_a_key()
    {
        _cli.WriteFile("{}", Private | UnixFileMode.OtherRead);
        _cli.Typed = "kontor_typed\n";

        Assert.Equal(2, (await _cli.RunAsync("config", "set-key")).ExitCode);
        Assert.Equal("{}", await File.ReadAllTextAsync(_cli.File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_key_itself_is_shown_nowhere()
    {
        _cli.Server.OnProblem("GET /api/v1/orders/x", HttpStatusCode.Unauthorized, "tenancy.key_refused", "This API key is not valid here.");
        foreach (var format in new[] { "table", "json", "jsonl", "yaml" })
        {
            Assert.DoesNotContain(CommandLine.Key, (await _cli.RunAsync("config", "show", "-o", format)).Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(CommandLine.Key, (await _cli.RunAsync("orders", "show", "x")).ToString(), StringComparison.Ordinal);
    }
}
