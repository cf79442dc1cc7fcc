using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Tokens;

public sealed class TokenTests
{
    [Fact]
    public async Task Fifty_parallel_cold_calls_make_one_token_request()
    {
        var issued = new TaskCompletionSource<HttpResponseMessage>();
        var cloud = new Cloud { AnswerToken = (_, _) => issued.Task, Answer = (_, _) => Task.FromResult(Cloud.Json(Answers.Instance)) };
        using var account = new Account(cloud);
        var calls = Enumerable.Range(0, 50).Select(_ => account.Client.Instances.GetAsync(100, default)).ToArray();

        issued.SetResult(Cloud.Token("t1"));
        await Task.WhenAll(calls);

        Assert.Single(cloud.TokenCalls);
        Assert.Equal(50, cloud.Calls.Count);
        Assert.All(cloud.Calls, call => Assert.Equal("t1", call.Token));
    }

    [Fact]
    public async Task Fifty_parallel_cold_calls_on_many_threads_make_one_token_request()
    {
        var cloud = new SharedCloud();
        using var account = new Account(cloud);

        await Parallel.ForAsync(0, 50, async (_, token) => await account.Client.Instances.GetAsync(100, token));

        Assert.Equal((1, 50), (cloud.TokenCalls, cloud.Calls));
    }

    [Fact]
    public async Task The_password_grant_is_form_encoded()
    {
        var cloud = await CalledOnceAsync();

        var sent = Assert.Single(cloud.TokenCalls);
        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Contains("grant_type=password", sent.Body, StringComparison.Ordinal);
        Assert.Contains("password=p%26ss%3Dw%25rd+%2B7", sent.Body, StringComparison.Ordinal);
        Assert.Contains("client_id=DE-1&client_secret=client-secret-7", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, 269, 1)]
    [InlineData(300, 271, 2)]
    [InlineData(1000, 899, 1)]
    [InlineData(1000, 901, 2)]
    [InlineData(20, 9, 1)]
    [InlineData(20, 11, 2)]
    public async Task A_token_is_renewed_before_it_expires(int lifetime, int secondsLater, int requests)
    {
        var cloud = new Cloud
        {
            AnswerToken = (_, _) => Task.FromResult(Cloud.Token("t1", lifetime)),
            Answer = (_, _) => Task.FromResult(Cloud.Json(Answers.Instance)),
        };
        using var account = new Account(cloud);
        await account.Client.Instances.GetAsync(100, default);

        account.Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await account.Client.Instances.GetAsync(100, default);

        Assert.Equal(requests, cloud.TokenCalls.Count);
    }

    [Fact]
    public async Task The_refresh_token_is_tried_first()
    {
        var cloud = await CalledTwiceAsync(TimeSpan.FromSeconds(280), (_, _) => Task.FromResult(Cloud.Token("t2")));

        Assert.Contains("grant_type=refresh_token&refresh_token=r-t1", cloud.TokenCalls[1].Body, StringComparison.Ordinal);
        Assert.Equal("t2", cloud.Calls[1].Token);
    }

    [Fact]
    public async Task A_stale_refresh_token_falls_back_to_the_password()
    {
        var cloud = await CalledTwiceAsync(TimeSpan.FromSeconds(280), (sent, _) => Task.FromResult(
            sent.Body!.Contains("grant_type=refresh_token", StringComparison.Ordinal)
                ? Cloud.Json("""{"error":"invalid_grant","error_description":"Token is not active"}""", 400)
                : Cloud.Token("t2")));

        Assert.Equal(3, cloud.TokenCalls.Count);
        Assert.Contains("grant_type=password", cloud.TokenCalls[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_token_past_its_life_is_not_tried()
    {
        var cloud = await CalledTwiceAsync(TimeSpan.FromHours(1), (_, _) => Task.FromResult(Cloud.Token("t2")));

        Assert.Equal(2, cloud.TokenCalls.Count);
        Assert.Contains("grant_type=password", cloud.TokenCalls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_answered_401_is_repeated_once_with_a_new_token()
    {
        var cloud = TokensByNumber();
        cloud.Answer = (sent, _) => Task.FromResult(sent.Token == "t1" ? Cloud.Json("", 401) : Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);

        var instance = await account.Client.Instances.GetAsync(100, default);

        Assert.Equal(100, instance.InstanceId);
        Assert.Equal(["t1", "t2"], cloud.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task A_read_answered_401_again_fails()
    {
        var cloud = TokensByNumber();
        cloud.Answer = (_, _) => Task.FromResult(Cloud.Json("", 401));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Equal(401, failure.Status);
        Assert.Equal((2, 2), (cloud.Calls.Count, cloud.TokenCalls.Count));
    }

    [Fact]
    public async Task A_write_answered_401_is_never_repeated_and_the_next_call_gets_a_new_token()
    {
        var cloud = TokensByNumber();
        cloud.Answer = (sent, _) => Task.FromResult(sent.Token == "t1" ? Cloud.Json("", 401) : Cloud.Json(Answers.Created, 201));
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());
        Assert.Equal(WriteOutcome.DefinitelyNotDone, failure.Outcome);
        Assert.Single(cloud.Calls);

        await account.OrderAsync();
        Assert.Equal(["t1", "t2"], cloud.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task Late_401s_of_the_old_token_do_not_throw_away_the_new_one()
    {
        var cloud = TokensByNumber();
        var late = new TaskCompletionSource<HttpResponseMessage>();
        cloud.Answer = (sent, _) => sent.Token switch
        {
            "t1" when cloud.Calls.Count == 1 => late.Task,
            "t1" => Task.FromResult(Cloud.Json("", 401)),
            _ => Task.FromResult(Cloud.Json(Answers.Instance)),
        };
        using var account = new Account(cloud);
        var slow = account.Client.Instances.GetAsync(100, default);
        await account.Client.Instances.GetAsync(100, default);

        late.SetResult(Cloud.Json("", 401));
        await slow;

        Assert.Equal(2, cloud.TokenCalls.Count);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_grant","error_description":"Invalid user credentials"}""", "Invalid user credentials")]
    [InlineData(401, """{"error":"unauthorized_client","error_description":"Invalid client"}""", "Invalid client")]
    [InlineData(400, """{"error":"invalid_grant","error_description":"Account is not fully set up"}""", "Account is not fully set up")]
    public async Task Wrong_credentials_have_their_own_reason_and_nothing_is_sent(int status, string body, string text)
    {
        var cloud = new Cloud { AnswerToken = (_, _) => Task.FromResult(Cloud.Json(body, status)) };
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.CredentialsRefused, WriteOutcome.DefinitelyNotDone), (failure.Reason, failure.Outcome));
        Assert.True(failure.NotSent);
        Assert.Equal(text, failure.ProviderMessages[0]);
        Assert.Equal(("createInstance", (RequestId?)Account.WriteId), (failure.Operation, failure.RequestId));
        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(400, """{"error":"invalid_request"}""")]
    [InlineData(404, "")]
    [InlineData(503, "")]
    public async Task A_token_endpoint_that_cannot_be_used_leaves_the_write_not_done(int status, string body)
    {
        var cloud = new Cloud { AnswerToken = (_, _) => Task.FromResult(Cloud.Json(body, status)) };
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.TokenUnavailable, WriteOutcome.DefinitelyNotDone), (failure.Reason, failure.Outcome));
        Assert.True(failure.NotSent);
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task A_token_request_that_is_lost_leaves_the_write_not_done()
    {
        var cloud = new Cloud { AnswerToken = (_, _) => throw new IOException("reset") };
        using var account = new Account(cloud);

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((WriteOutcome.DefinitelyNotDone, true), (failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_failure_is_shared_by_all_who_waited_and_not_kept()
    {
        var broken = new TaskCompletionSource<HttpResponseMessage>();
        var cloud = new Cloud { AnswerToken = (_, _) => broken.Task, Answer = (_, _) => Task.FromResult(Cloud.Json(Answers.Instance)) };
        using var account = new Account(cloud, options => options.ReadRetries = 0);
        var calls = Enumerable.Range(0, 10).Select(_ => account.Client.Instances.GetAsync(100, default)).ToArray();

        broken.SetResult(Cloud.Json("", 503));
        foreach (var call in calls)
        {
            Assert.Equal(ContaboErrorReason.TokenUnavailable, (await account.FailsAsync(call)).Reason);
        }

        Assert.Single(cloud.TokenCalls);
        cloud.AnswerToken = (_, _) => Task.FromResult(Cloud.Token("t2"));
        Assert.Equal(100, (await account.Client.Instances.GetAsync(100, default)).InstanceId);
    }

    [Fact]
    public async Task Refused_credentials_are_not_tried_again_at_once_but_are_later()
    {
        var cloud = new Cloud { AnswerToken = (_, _) => Task.FromResult(Cloud.Json("""{"error":"invalid_grant"}""", 401)) };
        using var account = new Account(cloud);

        await account.FailsAsync(account.OrderAsync());
        await account.FailsAsync(account.OrderAsync());
        Assert.Single(cloud.TokenCalls);

        account.Clock.Advance(TimeSpan.FromSeconds(31));
        await account.FailsAsync(account.OrderAsync());
        Assert.Equal(2, cloud.TokenCalls.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_take_the_token_from_the_others()
    {
        var issued = new TaskCompletionSource<HttpResponseMessage>();
        var cloud = new Cloud { AnswerToken = (_, _) => issued.Task, Answer = (_, _) => Task.FromResult(Cloud.Json(Answers.Instance)) };
        using var account = new Account(cloud);
        using var cancelling = new CancellationTokenSource();
        var first = account.Client.Instances.GetAsync(100, cancelling.Token);
        var second = account.Client.Instances.GetAsync(100, default);

        await cancelling.CancelAsync();
        issued.SetResult(Cloud.Token("t1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(100, (await second).InstanceId);
    }

    [Fact]
    public async Task A_transient_failure_of_the_token_endpoint_is_repeated()
    {
        var cloud = new Cloud { Answer = (_, _) => Task.FromResult(Cloud.Json(Answers.Created, 201)) };
        cloud.AnswerToken = (_, _) => Task.FromResult(cloud.TokenCalls.Count == 1 ? Cloud.Json("", 503) : Cloud.Token("t1"));
        using var account = new Account(cloud);
        var call = account.OrderAsync();

        await account.LetTimePassAsync(call);

        Assert.Equal(100, (await call).InstanceId);
        Assert.Single(cloud.Calls);
    }

    private static Cloud TokensByNumber()
    {
        var cloud = new Cloud();
        cloud.AnswerToken = (_, _) => Task.FromResult(Cloud.Token($"t{cloud.TokenCalls.Count}"));
        return cloud;
    }

    private static async Task<Cloud> CalledOnceAsync()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);
        await account.Client.Instances.GetAsync(100, default);
        return cloud;
    }

    private static async Task<Cloud> CalledTwiceAsync(TimeSpan between, Func<Sent, CancellationToken, Task<HttpResponseMessage>> secondToken)
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud);
        await account.Client.Instances.GetAsync(100, default);
        cloud.AnswerToken = secondToken;
        account.Clock.Advance(between);
        await account.Client.Instances.GetAsync(100, default);
        return cloud;
    }
}
