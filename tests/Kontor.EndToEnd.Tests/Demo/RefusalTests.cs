namespace Kontor.EndToEnd.Tests.Demo;

public sealed class RefusalTests
{
    [Fact]
    public async Task The_demo_touches_no_database_of_real_accounts()
    {
        using var folder = new TestFolder();
        (await KontorProgram.RunInAsync(folder.Path, "keys", "create", "--name", "real", "--source", "shop", "--scopes", "all")).Ended(0);

        var outcome = (await KontorProgram.RunAsync("demo", "--once", "--data", folder.Path)).Ended(3);

        Assert.Equal(
            $"{folder.File("kontor.db")} is not a database of a simulated installation, and the demo touches no other: name another folder with --data.\n",
            outcome.Errors);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_in_one_sentence()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "a file", TestContext.Current.CancellationToken);

        var outcome = (await KontorProgram.RunAsync("demo", "--once", "--data", folder.File("taken"))).Ended(3);

        Assert.Matches("^[^\n]+taken cannot be made [^\n]+: name another folder with --data\\.\n$", outcome.Errors);
    }

    [Theory]
    [InlineData("--once", "--orders", "3")]
    [InlineData("--faults")]
    [InlineData("--orders", "0")]
    public async Task Options_that_do_not_go_together_are_refused(params string[] options) =>
        Assert.NotEmpty((await KontorProgram.RunAsync(["demo", .. options])).Ended(2).Errors);
}
