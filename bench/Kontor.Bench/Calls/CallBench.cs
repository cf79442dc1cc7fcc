using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kontor.Contabo;
using Kontor.Contabo.Simulator.Accounts;

namespace Kontor.Bench.Calls;

/// <summary>
/// A call through our client against a bare HttpClient with source-generated JSON: the same bytes from the same server over
/// loopback. Both run in turns, block by block, because a machine's speed drifts.
/// </summary>
internal static class CallBench
{
    private const double MostTimes = 1.3;
    private const int Blocks = 60;

    public static ContaboOptions Options(Uri server) => new()
    {
        ApiUrl = server,
        TokenUrl = new Uri(server, "/auth/realms/contabo/protocol/openid-connect/token"),
        ClientId = AccountSettings.Demo.ClientId,
        ClientSecret = AccountSettings.Demo.ClientSecret,
        ApiUser = AccountSettings.Demo.ApiUser,
        ApiPassword = AccountSettings.Demo.ApiPassword,
        RequestsPerSecond = 100_000,
        ConcurrentRequests = 1_000,
    };

    public static async Task RunAsync(Report report)
    {
        var replies = await RecordedReplies.RecordAsync();
        await using var server = await ReplyServer.StartAsync(replies);
        using var sockets = ContaboClientFactory.CreatePrimaryHandler();
        var ours = ContaboClientFactory.Create(Options(server.Address), sockets, TimeProvider.System, () => 0.5, Ids.New);
        using var raw = Raw(server.Address);

        report.Title($"client: one machine ({replies.One.Length:#,0} bytes)");
        await CompareAsync(report, 200, () => ours.Instances.GetAsync(202600001, CancellationToken.None), () => RawAsync(raw, "/v1/compute/instances/202600001"));
        report.Title($"client: a page of a hundred machines ({replies.Page.Length:#,0} bytes)");
        await CompareAsync(report, 40, () => OursPageAsync(ours), () => RawAsync(raw, "/v1/compute/instances?page=1&size=100"));
    }

    private static async Task CompareAsync(Report report, int calls, Func<Task> ours, Func<Task> raw)
    {
        await BlockAsync(calls * 10, ours);
        await BlockAsync(calls * 10, raw);
        var (our, their) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var block = 0; block < Blocks; block++)
        {
            their.Add(await BlockAsync(calls, raw));
            our.Add(await BlockAsync(calls, ours));
        }

        var (ourMedian, theirMedian) = (new Percentiles(our).Median, new Percentiles(their).Median);
        report.Line("a call through the client, median of blocks", ourMedian * 1000, "µs");
        report.Line("limit: bare HttpClient with source-generated JSON", theirMedian * 1000, "µs");
        report.Ratio("ratio", ourMedian / theirMedian, $"at most {MostTimes}", ourMedian / theirMedian <= MostTimes);
        report.Line("allocated a call, client", await AllocatedAsync(calls, ours), "bytes");
        report.Line("allocated a call, bare (both with the server's part)", await AllocatedAsync(calls, raw), "bytes");
    }

    private static async Task<TimeSpan> BlockAsync(int calls, Func<Task> call)
    {
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < calls; number++)
        {
            await call();
        }

        return clock.Elapsed / calls;
    }

    private static async Task<double> AllocatedAsync(int calls, Func<Task> call)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await BlockAsync(calls, call);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)calls;
    }

    private static async Task OursPageAsync(ContaboClient client)
    {
        await foreach (var page in client.Instances.ListPagesAsync(filter: null, CancellationToken.None))
        {
            if (page.Items.Count != 100)
            {
                throw new InvalidOperationException("The recorded page is not whole.");
            }
        }
    }

    private static async Task RawAsync(HttpClient raw, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-request-id", Ids.New().ToString());
        using var response = await raw.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        if ((await response.Content.ReadFromJsonAsync(RawJsonContext.Default.RawEnvelope))!.Data.Count == 0)
        {
            throw new InvalidOperationException("The recorded answer is empty.");
        }
    }

    private static HttpClient Raw(Uri server)
    {
#pragma warning disable RS0030 // The limit is a bare client; the product never makes one.
        var raw = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server };
#pragma warning restore RS0030
        raw.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "recorded");
        return raw;
    }
}
