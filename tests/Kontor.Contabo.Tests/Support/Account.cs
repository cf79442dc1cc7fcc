using Kontor.Contabo.Instances;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Contabo.Tests.Support;

/// <summary>A client of a cloud in memory, with a clock that stands still until told.</summary>
internal sealed class Account : IDisposable
{
    private int _ids;

    public Account(HttpMessageHandler cloud, Action<ContaboOptions>? configure = null, ILogger? log = null)
    {
        var options = Options();
        configure?.Invoke(options);
        Client = ContaboClientFactory.Create(options, cloud, Clock, () => 0.5, NextId, log);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public ContaboClient Client { get; }

    public static RequestId WriteId { get; } = RequestId.Parse("11111111-1111-4111-8111-111111111111");

    public static CreateInstanceRequest Order { get; } = new()
    {
        ProductId = "V153",
        Region = "EU",
        ImageId = "afecbb85-e2fc-46f0-9684-b46b1faf00bb",
        Period = 1,
        DisplayName = "shop k-abc",
        DefaultUser = DefaultUser.Root,
    };

    public static ContaboOptions Options() => new()
    {
        ApiUrl = new Uri("http://localhost:5550"),
        TokenUrl = new Uri("http://localhost:5550/auth/token"),
        ClientId = "DE-1",
        ClientSecret = "client-secret-7",
        ApiUser = "me@example.org",
        ApiPassword = "p&ss=w%rd +7",
        TraceId = "kontor-test",
        RequestsPerSecond = 100_000,
        ConcurrentRequests = 1_000,
    };

    public Task<CreatedInstance> OrderAsync(CancellationToken cancellationToken = default) =>
        Client.Instances.CreateAsync(Order, WriteId, cancellationToken);

    /// <summary>Lets virtual time pass until the call has ended, and gives how much of it passed.</summary>
    public async Task<TimeSpan> LetTimePassAsync(Task call, int milliseconds = 50, int steps = 20_000)
    {
        var started = Clock.GetTimestamp();
        for (var i = 0; i < steps && !call.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await Task.Yield();
        }

        Assert.True(call.IsCompleted, "The call did not end in virtual time.");
        return Clock.GetElapsedTime(started);
    }

    public async Task<ContaboApiException> FailsAsync(Task call)
    {
        await LetTimePassAsync(call);
        return await Assert.ThrowsAsync<ContaboApiException>(() => call);
    }

    public void Dispose() => Client.Dispose();

    private Guid NextId() => new($"00000000-0000-4000-8000-{Interlocked.Increment(ref _ids):x12}");
}
