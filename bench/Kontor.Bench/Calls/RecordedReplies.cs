using Kontor.Contabo;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Doors;

namespace Kontor.Bench.Calls;

/// <summary>The exact bytes with which the simulated cloud answers: one machine, and a page of a hundred.</summary>
internal sealed record RecordedReplies(byte[] One, byte[] Page, byte[] Token)
{
    private const int Machines = 100;

    public static async Task<RecordedReplies> RecordAsync()
    {
        var cloud = new SimulatedCloud(TimeProvider.System);
        for (var number = 1; number <= Machines; number++)
        {
            cloud.Panel.Add(AccountSettings.Demo.ClientId, "V153", $"machine {number} k-58x4w7p870yv");
        }

        using var recorder = new Recorder(new InMemoryDoor(cloud));
        var client = ContaboClientFactory.Create(CallBench.Options(new Uri("http://127.0.0.1")), recorder, TimeProvider.System, () => 0.5, Ids.New);
        var first = cloud.Instances[0].InstanceId;
        _ = await client.Instances.GetAsync(first, CancellationToken.None);
        var one = recorder.Last;
        await foreach (var _ in client.Instances.ListPagesAsync(filter: null, CancellationToken.None))
        {
        }

        return new RecordedReplies(one, recorder.Last, recorder.Token!);
    }

    private sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public byte[] Last { get; private set; } = [];

        public byte[]? Token { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                Token = bytes;
            }
            else
            {
                Last = bytes;
            }

            return response;
        }
    }
}
