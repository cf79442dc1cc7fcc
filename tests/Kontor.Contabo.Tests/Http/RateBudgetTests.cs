using CsCheck;
using Kontor.Contabo.Http;
using Kontor.Contabo.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Contabo.Tests.Http;

public sealed class RateBudgetTests
{
    [Fact]
    public async Task A_second_holds_no_more_than_the_burst_and_then_the_rate()
    {
        var cloud = Cloud.Answering(() => Cloud.Json(Answers.Instance));
        using var account = new Account(cloud, options => options.RequestsPerSecond = 5);
        var calls = Enumerable.Range(0, 20).Select(_ => account.Client.Instances.GetAsync(100, default)).ToArray();
        Assert.Equal(5, cloud.Calls.Count);

        account.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(9, cloud.Calls.Count);

        var waited = await account.LetTimePassAsync(Task.WhenAll(calls));
        Assert.InRange(waited.TotalSeconds, 2, 2.1);
    }

    [Fact]
    public async Task Never_more_calls_run_at_once_than_configured_on_many_threads()
    {
        var cloud = new SharedCloud();
        using var account = new Account(cloud, options => options.ConcurrentRequests = 3);

        var many = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForAsync(0, 2_000, many, async (_, token) => await account.Client.Instances.GetAsync(100, token));

        Assert.Equal(2_000, cloud.Calls);
        Assert.InRange(cloud.MostRunning, 1, 3);
    }

    [Fact]
    public async Task Turns_are_given_in_the_order_they_were_asked_for()
    {
        using var budget = new RateBudget(100_000, 1, new FakeTimeProvider());
        await budget.EnterAsync(isRead: true, default);
        var order = new List<int>();
        var turns = Enumerable.Range(0, 10).Select(i => TakeTurnAsync(budget, i, order)).ToArray();

        budget.Leave();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 10), order);
    }

    [Fact]
    public void Ten_thousand_waiting_turns_do_not_nest()
    {
        var deepest = 0;
        var done = OwnThread.Run(() =>
        {
            using var budget = new RateBudget(100_000, 1, new FakeTimeProvider());
            var first = budget.EnterAsync(isRead: true, default).AsTask();
            var depth = 0;
            var turns = Enumerable.Range(0, 10_000).Select(_ => NestAsync(budget, () => ++depth, () => --depth, at => deepest = Math.Max(deepest, at))).ToArray();

            budget.Leave();
            return first.IsCompletedSuccessfully && turns.All(turn => turn.IsCompletedSuccessfully);
        });

        Assert.True(done.Result);
        Assert.Equal(1, deepest);
    }

    [Fact]
    public async Task A_429_pauses_the_reads_of_the_account_and_not_its_writes()
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);
        cloud.Answer = (sent, _) => Task.FromResult(Respond(sent, account.Clock.GetUtcNow() < account.Clock.Start.AddSeconds(10)));
        var limited = account.Client.Instances.GetAsync(100, default);
        var read = account.Client.Instances.GetAsync(100, default);
        Assert.Single(cloud.Calls);

        Assert.Equal(100, (await account.OrderAsync()).InstanceId);
        Assert.Equal(2, cloud.Calls.Count);

        var waited = await account.LetTimePassAsync(Task.WhenAll(limited, read));
        Assert.InRange(waited.TotalSeconds, 10, 10.1);
    }

    [Fact]
    public async Task A_turn_given_up_leaves_its_place_to_the_next()
    {
        using var budget = new RateBudget(100_000, 1, new FakeTimeProvider());
        using var cancelling = new CancellationTokenSource();
        await budget.EnterAsync(isRead: true, default);
        var first = budget.EnterAsync(isRead: true, cancelling.Token).AsTask();
        var second = budget.EnterAsync(isRead: true, default).AsTask();

        await cancelling.CancelAsync();
        Assert.True(first.IsCanceled);
        Assert.False(second.IsCompleted);

        budget.Leave();
        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public void No_window_of_a_second_ever_holds_more_than_the_burst_and_the_rate() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 400].Array[1, 300]).Sample((rate, gaps) =>
        {
            var meter = new RequestMeter(rate, 1_000_000);
            var now = 0L;
            var taken = new List<long>();
            foreach (var gap in gaps)
            {
                now += gap * 1_000L;
                while (meter.TryTake(now))
                {
                    taken.Add(now);
                }
            }

            Assert.All(taken, start => Assert.InRange(taken.Count(at => at >= start && at < start + 1_000_000), 1, 2 * rate));
        });

    private static async Task TakeTurnAsync(RateBudget budget, int number, List<int> order)
    {
        await budget.EnterAsync(isRead: true, default);
        order.Add(number);
        budget.Leave();
    }

    private static async Task NestAsync(RateBudget budget, Func<int> enter, Func<int> leave, Action<int> saw)
    {
        await budget.EnterAsync(isRead: true, default).ConfigureAwait(false);
        saw(enter());
        budget.Leave();
        leave();
    }

    private static HttpResponseMessage Respond(Sent sent, bool isLimited)
    {
        if (sent.Method == HttpMethod.Post)
        {
            return Cloud.Json(Answers.Created, 201);
        }

        var response = isLimited ? Cloud.Json("", 429) : Cloud.Json(Answers.Instance);
        response.Headers.TryAddWithoutValidation("Retry-After", "10");
        return response;
    }
}
