using System.Net.Sockets;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(415)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task A_write_that_Contabo_refuses_is_definitely_not_done(int status)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Error(status, "no"), status));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.Refused, WriteOutcome.DefinitelyNotDone, status), (failure.Reason, failure.Outcome, failure.Status));
        Assert.False(failure.NotSent);
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(405)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task A_write_that_ends_with_any_other_status_is_unknown_and_was_sent_once(int status)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Error(status, "hm"), status));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((WriteOutcome.Unknown, status), (failure.Outcome, failure.Status));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_write_without_a_connection_was_not_sent(HttpRequestError error)
    {
        var cloud = Cloud.Throwing(() => new HttpRequestException(error));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.ConnectionFailed, WriteOutcome.DefinitelyNotDone), (failure.Reason, failure.Outcome));
        Assert.True(failure.NotSent);
        Assert.Single(cloud.Calls);
    }

    public static TheoryData<Exception> Breaks =>
    [
        new HttpRequestException("reset", new SocketException(104)),
        new HttpRequestException(HttpRequestError.ResponseEnded),
        new HttpRequestException(HttpRequestError.InvalidResponse),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new IOException("broken pipe"),
        new SocketException(104),
    ];

    [Theory]
    [MemberData(nameof(Breaks), DisableDiscoveryEnumeration = true)]
    public async Task A_write_whose_connection_dies_is_unknown_and_was_sent_once(Exception broken)
    {
        var cloud = Cloud.Throwing(() => broken);
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.ConnectionLost, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
        Assert.False(failure.NotSent);
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_write_answered_too_late_is_unknown_after_the_order_timeout()
    {
        var cloud = new Cloud { Answer = Cloud.Never };
        using var account = new Account(cloud);
        var call = account.OrderAsync();

        var waited = await account.LetTimePassAsync(call);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(() => call);
        Assert.Equal((ContaboErrorReason.Timeout, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
        Assert.InRange(waited.TotalSeconds, 100, 100.1);
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_timeout_of_the_handler_itself_is_unknown_too()
    {
        using var account = new Account(Cloud.Throwing(() => new TaskCanceledException("slow", new TimeoutException())));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.Timeout, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
    }

    [Fact]
    public async Task A_write_cancelled_by_its_caller_after_it_left_is_unknown()
    {
        using var account = new Account(new Cloud { Answer = Cloud.Never });
        using var cancelling = new CancellationTokenSource();
        var call = account.OrderAsync(cancelling.Token);

        await cancelling.CancelAsync();

        var failure = await Assert.ThrowsAsync<ContaboApiException>(() => call);
        Assert.Equal((ContaboErrorReason.Cancelled, WriteOutcome.Unknown, false), (failure.Reason, failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_write_cancelled_before_it_left_is_definitely_not_done()
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(() => account.OrderAsync(new CancellationToken(canceled: true)));

        Assert.Equal(
            (ContaboErrorReason.Cancelled, WriteOutcome.DefinitelyNotDone, true), (failure.Reason, failure.Outcome, failure.NotSent));
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_for_its_turn_is_definitely_not_done()
    {
        var cloud = new Cloud { Answer = Cloud.Never };
        using var account = new Account(cloud, options => options.ConcurrentRequests = 1);
        using var cancelling = new CancellationTokenSource();
        _ = account.Client.Instances.GetAsync(1, default);
        var call = account.OrderAsync(cancelling.Token);

        await cancelling.CancelAsync();

        var failure = await Assert.ThrowsAsync<ContaboApiException>(() => call);
        Assert.Equal((WriteOutcome.DefinitelyNotDone, true), (failure.Outcome, failure.NotSent));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData("<html>ok</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[null]}""")]
    [InlineData("""{"data":["x"]}""")]
    [InlineData("""{"data":[{}]}""")]
    [InlineData("""{"data":[{"instanceId":null}]}""")]
    [InlineData("""{"data":[{"instanceId":"no number"}]}""")]
    [InlineData("""{"data":[{"instanceId":100}""")]
    public async Task A_success_that_cannot_be_read_or_names_no_instance_is_unknown(string body)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(body, 201));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.Unreadable, WriteOutcome.Unknown, 201), (failure.Reason, failure.Outcome, failure.Status));
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_cancellation_answered_for_another_instance_is_unknown()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":101,"cancelDate":"2026-12-31"}]}""", 201)));

        var failure = await account.FailsAsync(account.Client.Instances.CancelAsync(100, "{}"u8.ToArray(), Account.WriteId, default));

        Assert.Equal((ContaboErrorReason.Unreadable, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
    }

    [Fact]
    public async Task A_cancelled_read_is_just_cancelled()
    {
        using var account = new Account(new Cloud { Answer = Cloud.Never });
        using var cancelling = new CancellationTokenSource();
        var call = account.Client.Instances.GetAsync(1, cancelling.Token);

        await cancelling.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancelling.Token, exception.CancellationToken);
    }
}
