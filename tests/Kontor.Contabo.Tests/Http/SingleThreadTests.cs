using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

/// <summary>The fault simulation runs the whole engine on one thread; a client that hops would break its order of events.</summary>
public sealed class SingleThreadTests
{
    [Fact]
    public void Two_hundred_calls_run_on_the_thread_that_answers_them()
    {
        var threads = new HashSet<int>();
        var done = OwnThread.Run(() =>
        {
            var pending = new Queue<TaskCompletionSource<HttpResponseMessage>>();
            var cloud = new Cloud { Answer = (_, _) => Enqueue(pending, threads) };
            using var account = new Account(cloud);
            var first = ReadAsync(account, threads);
            pending.Dequeue().SetResult(Cloud.Json(Answers.Instance));
            var calls = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? ReadAsync(account, threads) : WriteAsync(account, threads)).ToArray();
            for (var i = 0; i < 200; i++)
            {
                pending.Dequeue().SetResult(Cloud.Json(i % 2 == 0 ? Answers.Instance : Answers.Created));
            }

            return first.IsCompletedSuccessfully && calls.All(call => call.IsCompletedSuccessfully);
        });

        Assert.True(done.Result);
        Assert.Equal([done.Thread], threads);
    }

    [Fact]
    public void Calls_that_queue_for_the_budget_and_for_virtual_time_run_on_the_thread_that_moves_the_clock()
    {
        var threads = new HashSet<int>();
        var done = OwnThread.Run(() =>
        {
            var cloud = new Cloud();
            cloud.Answer = (_, _) =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                return Task.FromResult(cloud.Calls.Count % 3 == 0 ? Cloud.Json("", 503) : Cloud.Json(Answers.Instance));
            };
            using var account = new Account(cloud, options => (options.RequestsPerSecond, options.ConcurrentRequests) = (5, 2));
            var calls = Enumerable.Range(0, 50).Select(_ => ReadAsync(account, threads)).ToArray();
            for (var i = 0; i < 2_000; i++)
            {
                account.Clock.Advance(TimeSpan.FromMilliseconds(50));
            }

            return calls.All(call => call.IsCompletedSuccessfully);
        });

        Assert.True(done.Result);
        Assert.Equal([done.Thread], threads);
    }

    private static Task<HttpResponseMessage> Enqueue(Queue<TaskCompletionSource<HttpResponseMessage>> pending, HashSet<int> threads)
    {
        threads.Add(Environment.CurrentManagedThreadId);
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        pending.Enqueue(answer);
        return answer.Task;
    }

    private static async Task ReadAsync(Account account, HashSet<int> threads)
    {
        await account.Client.Instances.GetAsync(100, default).ConfigureAwait(false);
        threads.Add(Environment.CurrentManagedThreadId);
    }

    private static async Task WriteAsync(Account account, HashSet<int> threads)
    {
        await account.OrderAsync().ConfigureAwait(false);
        threads.Add(Environment.CurrentManagedThreadId);
    }
}
