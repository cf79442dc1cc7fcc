using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Instances;

public sealed class RegionChangeTests
{
    private const string Codes = """{"errors":["invalid_token","invalid_order_id"]}""";

    private static readonly RegionChangeRequest Wish = new() { Region = "UK", Method = RegionChangeMethod.Migration };

    [Theory]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    [InlineData(500, 4)]
    public async Task A_check_that_the_billing_system_denies_fails_with_its_codes(int status, int calls)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Codes, status));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.Client.RegionChanges.CheckAsync(100, default));

        Assert.Equal((status, "invalid_token invalid_order_id"), (failure.Status, string.Join(' ', failure.ProviderMessages)));
        Assert.Equal(calls, cloud.Calls.Count);
    }

    [Fact]
    public async Task A_check_that_is_answered_with_errors_under_a_good_status_is_no_yes()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Codes)));

        var failure = await account.FailsAsync(account.Client.RegionChanges.CheckAsync(100, default));

        Assert.Equal((ContaboErrorReason.Unreadable, "invalid_token"), (failure.Reason, failure.ProviderMessages[0]));
    }

    [Theory]
    [InlineData(400, WriteOutcome.DefinitelyNotDone)]
    [InlineData(500, WriteOutcome.Unknown)]
    public async Task A_request_that_the_billing_system_denies_fails_with_its_codes(int status, WriteOutcome outcome)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Codes, status));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.Client.RegionChanges.RequestAsync(100, Wish, Account.WriteId, default));

        Assert.Equal((outcome, "invalid_token invalid_order_id"), (failure.Outcome, string.Join(' ', failure.ProviderMessages)));
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_request_gives_the_number_of_its_ticket_and_keeps_what_else_is_said()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"ticketNumber":123456,"customerId":54321,"automatic":false}]}"""));
        using var account = new Account(cloud);

        var ticket = await account.Client.RegionChanges.RequestAsync(100, Wish with { Method = new("teleport") }, Account.WriteId, default);

        Assert.Equal((123456L, "54321", false), (ticket.TicketNumber, ticket.CustomerId, ticket.AdditionalData!["automatic"].GetBoolean()));
        Assert.Equal("""{"region":"UK","method":"teleport"}""", cloud.Calls[0].Body);
    }

    [Theory]
    [InlineData("", "installation")]
    [InlineData("UK", "")]
    public async Task A_request_without_region_or_method_is_never_sent(string region, string method)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);
        var wish = new RegionChangeRequest { Region = region, Method = new(method) };

        await Assert.ThrowsAnyAsync<ArgumentException>(() => account.Client.RegionChanges.RequestAsync(100, wish, Account.WriteId, default));

        Assert.Empty(cloud.Calls);
    }
}
