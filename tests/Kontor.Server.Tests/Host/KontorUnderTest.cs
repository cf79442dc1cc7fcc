using Kontor.Api;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Bulk;
using Kontor.Engine.Compute.Sweep;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using DemoAccount = Kontor.Contabo.Simulator.Accounts.AccountSettings;

namespace Kontor.Server.Tests.Host;

/// <summary>
/// A whole server on a free port, with a real database file and the simulated cloud behind it. Time stands still until a
/// test moves it, and workers work only then: every run is the same run.
/// </summary>
internal sealed class KontorUnderTest : IAsyncDisposable
{
    public const string Shop = "shop";

    private static readonly Lazy<byte[]> Template = new(MakeTemplate);

    private readonly string _folder = TestFolders.Take();
    private readonly SocketsHttpHandler _sockets = new();
    private readonly List<HttpClient> _clients = [];
    private KontorHost? _host;

    private KontorUnderTest(SimulatorOptions? cloud) => Cloud = new SimulatedCloud(Clock, cloud);

    /// <summary>Gets the one clock of server and cloud.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 30, 0, TimeSpan.Zero));

    public SimulatedCloud Cloud { get; }

    public IServiceProvider Services => _host!.Services;

    public Uri Address => _host!.Address;

    public static async Task<KontorUnderTest> StartAsync(
        Action<KontorSettings>? change = null, Action<IServiceCollection>? overrides = null, SimulatorOptions? cloud = null)
    {
        var kontor = new KontorUnderTest(cloud);
        var settings = Settings();
        change?.Invoke(settings);
        var path = Path.Combine(kontor._folder, "kontor.db");
        await File.WriteAllBytesAsync(path, Template.Value);
        kontor._host = KontorHost.Build(settings, path, services =>
        {
            services.AddSingleton<TimeProvider>(kontor.Clock);
            services.AddKeyedSingleton<HttpMessageHandler>("contabo", new InMemoryDoor(kontor.Cloud));
            services.AddLogging(logging => logging.ClearProviders());
            WithoutWorkers(services);
            overrides?.Invoke(services);
        });
        await kontor._host.StartAsync(TestContext.Current.CancellationToken);
        return kontor;
    }

    /// <summary>Settings for one account at the simulated cloud, without its budget: that would wait for the clock.</summary>
    public static KontorSettings Settings()
    {
        var settings = new KontorSettings { Listen = new Uri("http://127.0.0.1:0"), Simulated = true };
        settings.Backup.Every = TimeSpan.Zero;
        settings.Secrets.KeyFile = TestFolders.KeyFile;
        settings.Contabo.Accounts.Add("main", Account());
        return settings;
    }

    public static AccountSettings Account() => new()
    {
        ClientId = DemoAccount.Demo.ClientId,
        ClientSecret = DemoAccount.Demo.ClientSecret,
        ApiUser = DemoAccount.Demo.ApiUser,
        ApiPassword = DemoAccount.Demo.ApiPassword,
        ApiUrl = new Uri("http://127.0.0.1:5550"),
        TokenUrl = new Uri("http://127.0.0.1:5550/auth/realms/contabo/protocol/openid-connect/token"),
        RequestsPerSecond = 100_000,
        ConcurrentRequests = 1_000,
    };

    /// <summary>Makes a key; without scopes it has all of them.</summary>
    public async Task<string> KeyAsync(string? source = Shop, params string[] scopes)
    {
        var request = new CreateApiKey("test", source, scopes.Length > 0 ? scopes : ApiScopes.All);
        var created = await Services.GetRequiredService<CreateApiKeyHandler>()
            .HandleAsync(request, Actor.Kontor("test"), TestContext.Current.CancellationToken);
        return created.Value.Token;
    }

    /// <summary>A typed client with a key of its own.</summary>
    public async Task<KontorClient> ClientAsync(string? source = Shop, params string[] scopes) => new(Http(), await KeyAsync(source, scopes));

    /// <summary>A plain client, with a key or without.</summary>
    public HttpClient Http(string? key = null)
    {
        var http = new HttpClient(_sockets, disposeHandler: false) { BaseAddress = Address };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        _clients.Add(http);
        return http;
    }

    /// <summary>Does something to the database behind the server's back.</summary>
    public void ExecuteSql(string sql)
    {
        using var connection = OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection to the database that the server knows nothing of.</summary>
    public SqliteConnection OpenDatabase()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "kontor.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Every byte that the database has on disk: the file, and what was not yet taken over into it.</summary>
    public byte[] DatabaseBytes() => [.. Directory.EnumerateFiles(_folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(Read)];

    /// <summary>Does all work that is due now.</summary>
    public async Task SettleAsync()
    {
        var runner = Services.GetRequiredService<OperationRunner>();
        do
        {
            await Services.GetRequiredService<BulkRunner>().RunAsync(TestContext.Current.CancellationToken);
        }
        while (await runner.RunOneAsync("test", TestContext.Current.CancellationToken));
    }

    /// <summary>Lets time pass in steps, sweeping and working as a running server would.</summary>
    public async Task PassAsync(TimeSpan span, int steps = 20)
    {
        await SettleAsync();
        for (var step = 0; step < steps; step++)
        {
            Clock.Advance(span / steps);
            await SweepAsync();
            await SettleAsync();
        }
    }

    /// <summary>Compares the cloud's list once.</summary>
    public async Task SweepAsync()
    {
        var account = Services.GetRequiredService<ContaboAccounts>().All[0];
        await Services.GetRequiredService<SweepInstances>().RunAsync(account, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        _sockets.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        TestFolders.Return(_folder);
    }

    private static void WithoutWorkers(IServiceCollection services)
    {
        var workers = services.Where(part => part.ServiceType == typeof(IHostedService) && part.ImplementationType?.IsSubclassOf(typeof(Worker)) == true);
        foreach (var worker in workers.ToList())
        {
            services.Remove(worker);
        }
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("kontor-server-template-").FullName;
        var path = Path.Combine(folder, "template.db");
        DatabaseFile.Open(path).Dispose();
        var content = File.ReadAllBytes(path);
        Directory.Delete(folder, recursive: true);
        return content;
    }
}
