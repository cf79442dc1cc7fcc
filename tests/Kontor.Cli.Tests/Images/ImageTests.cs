namespace Kontor.Cli.Tests.Images;

public sealed class ImageTests : IDisposable
{
    private static readonly string[] Create =
    [
        "images", "create", "--subject", "SUB1", "--name", "debian 12", "--version-of-system", "12.5", "--link", "https://files.example.com/debian.qcow2",
    ];

    private readonly CommandLine _cli = new()
    {
        Server = new Stub()
            .OnList("GET /api/v1/images?limit=200", Samples.CustomImage)
            .On("GET /api/v1/images/IMG1", Samples.CustomImage)
            .On("POST /api/v1/images", Samples.CustomImage)
            .On("PATCH /api/v1/images/IMG1", Samples.Operation())
            .On("DELETE /api/v1/images/IMG1", Samples.Operation())
            .On("GET /api/v1/operations/OP1", Samples.Operation()),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_list_shows_states_sizes_and_who_uses_them() => Assert.Equal(
        "NAME       STATE  SIZE   USED BY\ndebian 12  ready  2 GiB  INS1\n",
        (await _cli.RunAsync("images", "list", "--columns", "name,state,size,used-by")).Output);

    [Fact]
    public async Task An_upload_is_waited_for_and_what_was_not_said_is_not_sent()
    {
        var outcome = await _cli.RunAsync(Create);

        var sent = Assert.Single(_cli.Server.Bodies);
        Assert.Equal((0, "linux", "12.5"), (outcome.ExitCode, sent.GetProperty("osType").GetString(), sent.GetProperty("version").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, sent.GetProperty("sizeMib").ValueKind);
        Assert.Contains("Image IMG1", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_says_who_uses_the_image_and_wants_a_yes()
    {
        var refused = await _cli.RunAsync("images", "delete", "IMG1");

        Assert.Contains("1 machine(s) were installed from it", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(_cli.Server.Requests, request => request.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal(0, (await _cli.RunAsync("images", "delete", "IMG1", "--yes")).ExitCode);
    }

    [Fact]
    public async Task Only_what_is_to_change_is_sent()
    {
        await _cli.RunAsync("images", "rename", "IMG1", "--name", "other");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, Assert.Single(_cli.Server.Bodies).GetProperty("description").ValueKind);
    }

    [Fact]
    public async Task A_size_that_is_none_is_said_before_anything_is_sent()
    {
        Assert.Equal(2, (await _cli.RunAsync([.. Create, "--size-mib", "0"])).ExitCode);
        Assert.Empty(_cli.Server.Requests);
    }
}
