using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

public sealed class ReadRetryTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_repeated_after_a_transient_status(int status)
    {
        var cloud = Cloud.Answering(() => Cloud.Json("", status), () => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);
        var call = account.Client.Instances.GetAsync(100, default);

        await account.LetTimePassAsync(call);

        Assert.Equal(100, (await call).InstanceId);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(302)]
    public async Task A_read_is_not_repeated_after_a_refusal(int status)
    {
        var cloud = Cloud.Answering(() => Cloud.Json("", status));
        using var account = new Account(cloud);

        await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_read_whose_connection_dies_is_repeated()
    {
        var cloud = new Cloud();
        cloud.Answer = (_, _) => cloud.Calls.Count == 1 ? throw new IOException("reset") : Task.FromResult(Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);

        await account.LetTimePassAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task A_read_that_keeps_failing_is_sent_four_times_with_growing_delays_under_one_request_id()
    {
        var times = new List<DateTimeOffset>();
        var cloud = new Cloud();
        using var account = new Account(cloud);
        cloud.Answer = (_, _) =>
        {
            times.Add(account.Clock.GetUtcNow());
            return Task.FromResult(Cloud.Json("", 503));
        };

        var failure = await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Equal(503, failure.Status);
        Assert.Equal(4, cloud.Calls.Count);
        Assert.Single(cloud.Calls.Select(call => call.RequestId).Distinct());
        var delays = times.Zip(times.Skip(1), (from, to) => (to - from).TotalSeconds).ToArray();
        Assert.InRange(delays[0], 0.2, 2);
        Assert.True(delays[0] < delays[1] && delays[1] < delays[2], string.Join(", ", delays));
    }

    [Fact]
    public async Task The_jitter_comes_from_the_injected_source()
    {
        var early = await FirstDelayAsync(() => 0.05);
        var late = await FirstDelayAsync(() => 0.95);

        Assert.True(early < late, $"{early} < {late}");
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_obeyed()
    {
        var cloud = Cloud.Answering(() => RetryLater("7"), () => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);

        var waited = await account.LetTimePassAsync(account.Client.Instances.GetAsync(100, default));

        Assert.InRange(waited.TotalSeconds, 7, 7.1);
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_obeyed()
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);
        var date = account.Clock.GetUtcNow().AddSeconds(9).ToString("R");
        cloud.Answer = (_, _) => Task.FromResult(cloud.Calls.Count == 1 ? RetryLater(date, 503) : Cloud.Json(Answers.Instance));

        var waited = await account.LetTimePassAsync(account.Client.Instances.GetAsync(100, default));

        Assert.InRange(waited.TotalSeconds, 9, 9.1);
    }

    [Fact]
    public async Task An_absurd_Retry_After_is_capped()
    {
        var cloud = Cloud.Answering(() => RetryLater("86400"), () => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);

        var waited = await account.LetTimePassAsync(account.Client.Instances.GetAsync(100, default));

        Assert.InRange(waited.TotalSeconds, 60, 60.1);
    }

    [Fact]
    public async Task The_exception_says_how_long_the_provider_asks_to_wait()
    {
        using var account = new Account(Cloud.Answering(() => RetryLater("7")));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
    }

    [Fact]
    public async Task Each_attempt_of_a_read_has_its_own_timeout()
    {
        var cloud = new Cloud { Answer = Cloud.Never };
        using var account = new Account(cloud, options => options.ReadRetries = 1);

        var failure = await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Equal(ContaboErrorReason.Timeout, failure.Reason);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task With_no_retries_configured_a_read_is_sent_once()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("", 503));
        using var account = new Account(cloud, options => options.ReadRetries = 0);

        await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Single(cloud.Calls);
    }

    private static async Task<TimeSpan> FirstDelayAsync(Func<double> jitter)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var cloud = Cloud.Answering(() => Cloud.Json("", 503), () => Cloud.Json(Answers.Instance));
        using var client = ContaboClientFactory.Create(Account.Options(), cloud, clock, jitter, () => Account.WriteId.Value);
        var call = client.Instances.GetAsync(100, default);
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return clock.GetUtcNow() - clock.Start;
    }

    private static HttpResponseMessage RetryLater(string value, int status = 429)
    {
        var response = Cloud.Json("", status);
        response.Headers.TryAddWithoutValidation("Retry-After", value);
        return response;
    }
}
