using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

public sealed class RequestIdTests
{
    [Fact]
    public async Task A_write_carries_the_id_its_caller_chose_and_the_trace()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Created, 201));
        using var account = new Account(cloud);

        await account.OrderAsync();

        Assert.Equal((Account.WriteId.ToString(), "kontor-test"), (cloud.Calls[0].RequestId, cloud.Calls[0].TraceId));
    }

    [Fact]
    public async Task Reads_make_their_own_ids()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);

        await account.Client.Instances.GetAsync(100, default);
        await account.Client.Instances.GetAsync(100, default);

        Assert.Equal(2, cloud.Calls.Select(call => RequestId.Parse(call.RequestId!)).Distinct().Count());
    }

    [Fact]
    public async Task A_write_without_an_id_is_not_sent()
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await Assert.ThrowsAsync<ArgumentException>(() => account.Client.Instances.CreateAsync(Account.Order, default, default));

        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("04e0f898-37b4-48bc-a794-1a57abe6aa31", true)]
    [InlineData("04E0F898-37B4-48BC-A794-1A57ABE6AA31", true)]
    [InlineData("04e0f898-37b4-18bc-b794-1a57abe6aa31", true)]
    [InlineData("04e0f898-37b4-78bc-a794-1a57abe6aa31", false)]
    [InlineData("04e0f898-37b4-48bc-c794-1a57abe6aa31", false)]
    [InlineData("04e0f898-37b4-48bc-1794-1a57abe6aa31", false)]
    [InlineData("00000000-0000-0000-0000-000000000000", false)]
    [InlineData("04e0f89837b448bca7941a57abe6aa31", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_ids_that_the_header_pattern_accepts_are_taken(string? text, bool isTaken)
    {
        Assert.Equal(isTaken, RequestId.TryParse(text, out var id));
        Assert.Equal(isTaken ? text!.ToLowerInvariant() : default(RequestId).ToString(), id.ToString());
    }
}
