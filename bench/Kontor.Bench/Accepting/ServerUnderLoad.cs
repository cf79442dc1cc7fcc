using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kontor.Api;
using Kontor.Api.Purchasing;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using DemoAccount = Kontor.Contabo.Simulator.Accounts.AccountSettings;

namespace Kontor.Bench.Accepting;

/// <summary>A whole server with its workers on a database file of its own; the cloud behind it answers in memory.</summary>
internal sealed class ServerUnderLoad : IAsyncDisposable
{
    private const string Ubuntu = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";
    private readonly KontorHost _host;
    private readonly HttpClient _http;

    private ServerUnderLoad(KontorHost host, HttpClient http, SimulatedCloud cloud) => (_host, _http, Cloud) = (host, http, cloud);

    public SimulatedCloud Cloud { get; }

    public static async Task<ServerUnderLoad> StartAsync(string folder)
    {
        var cloud = new SimulatedCloud(TimeProvider.System);
        var host = KontorHost.Build(Settings(folder), Path.Combine(folder, "data", "kontor.db"), services =>
        {
            services.AddKeyedSingleton<HttpMessageHandler>("contabo", (_, _) => new InMemoryDoor(cloud));
            services.AddLogging(logging => logging.ClearProviders());
        });
        await host.StartAsync(CancellationToken.None);
        var created = await host.Services.GetRequiredService<CreateApiKeyHandler>().HandleAsync(
            new CreateApiKey("bench", "shop", ApiScopes.All), Actor.Kontor("bench"), CancellationToken.None);
#pragma warning disable RS0030 // The shop is another program with a client of its own.
        var http = new HttpClient { BaseAddress = host.Address };
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Value.Token);
        return new ServerUnderLoad(host, http, cloud);
    }

    /// <summary>Sends one order and returns once it is acknowledged.</summary>
    public async Task OrderAsync(int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders")
        {
            Content = JsonContent.Create(OrderOf(number), options: KontorJson.Options),
        };
        request.Headers.Add("Idempotency-Key", $"invoice-{number}");
        using var response = await _http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Order {number} was refused: {await response.Content.ReadAsStringAsync()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.StopAsync(CancellationToken.None);
        await _host.DisposeAsync();
    }

    private static KontorSettings Settings(string folder)
    {
        var settings = new KontorSettings { Listen = new Uri("http://127.0.0.1:0"), Simulated = true };
        settings.Backup.Every = TimeSpan.Zero;
        settings.Secrets.KeyFile = Path.Combine(folder, "key", "kek-1");
        settings.Contabo.Accounts.Add("main", new AccountSettings
        {
            ClientId = DemoAccount.Demo.ClientId,
            ClientSecret = DemoAccount.Demo.ClientSecret,
            ApiUser = DemoAccount.Demo.ApiUser,
            ApiPassword = DemoAccount.Demo.ApiPassword,
            ApiUrl = new Uri("http://127.0.0.1:5550"),
            TokenUrl = new Uri("http://127.0.0.1:5550/auth/realms/contabo/protocol/openid-connect/token"),
            RequestsPerSecond = 100_000,
            ConcurrentRequests = 1_000,
        });
        return settings;
    }

    private static OrderRequest OrderOf(int number) => new()
    {
        Subject = new SubjectRequest
        {
            Kind = "service",
            ExternalId = $"{number}",
            Fingerprint = new SubjectFingerprint { Client = "7", Order = "55", RegisteredOn = new DateOnly(2026, 11, 1), Product = "3" },
        },
        Plan = "V153",
        Region = "EU",
        Image = Ubuntu,
        TermMonths = 1,
        Label = $"bench {number}",
    };
}
