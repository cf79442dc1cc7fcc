namespace Kontor.EndToEnd.Tests.Demo;

public sealed class ManyLivesTests
{
    [Fact]
    public async Task Under_misbehaviour_each_order_has_one_purchase_or_none()
    {
        var outcome = (await KontorProgram.RunAsync("demo", "--orders", "30", "--seed", "7", "--faults")).Ended(0);

        Assert.StartsWith("agree       30 orders, ", outcome.Lines[^1]);
        Assert.Matches("\nfaults      [0-9]+ fired: ", outcome.Output);
    }

    [Fact]
    public async Task In_one_life_too_a_purchase_that_nobody_made_is_seen()
    {
        using var folder = new TestFolder();

        var outcome = (await KontorProgram.RunAsync("demo", "--once", "--plant-duplicate", "--data", folder.Path)).Ended(1);

        Assert.StartsWith("DIFFER      1 order, 2 purchases, 1 ledger line", outcome.Lines[^1]);
    }

    [Fact]
    public async Task A_purchase_in_the_log_that_nobody_made_is_named_with_the_command_that_runs_the_same_again()
    {
        using var folder = new TestFolder();

        var outcome = (await KontorProgram.RunAsync("demo", "--orders", "5", "--seed", "3", "--plant-duplicate", "--data", folder.Path)).Ended(1);

        Assert.Matches("\ndiffers     order 000[1-5] ended as 'succeeded' and was bought 2 times instead of 1: machines ", outcome.Output);
        Assert.Equal("replay      ./kontor demo --orders 5 --seed 3", outcome.Lines[^1]);
        Assert.Equal($"Database and logs of this run are in {folder.Path}.\n", outcome.Errors);
    }
}
