using Kontor.Api;

namespace Kontor.Server.Demo;

/// <summary>The demo's two processes and what is needed to talk to them.</summary>
/// <param name="folder">Where they keep what they write.</param>
/// <param name="settings">The settings of Kontor, from its own address and the cloud's.</param>
internal sealed class DemoWorld(DemoFolder folder, Func<Uri, Uri, string> settings) : IAsyncDisposable
{
    private const int SimulatorPort = 5550;
    private const int KontorPort = 5580;
    private const int MostRestarts = 5;
    private const string Server = "kontor-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _cloudHttp = new(new SocketsHttpHandler());
    private readonly HttpClient _kontorHttp = new(new SocketsHttpHandler());
    private ChildProgram? _cloud;
    private ChildProgram? _kontor;

    /// <summary>Gets or sets what is being done: the middle of a sentence that says what failed.</summary>
    public string Step { get; set; } = "starting";

    public SimulatorControl Cloud { get; private set; } = null!;

    public KontorClient Kontor { get; private set; } = null!;

    public Uri CloudAddress { get; private set; } = null!;

    public Uri KontorAddress { get; private set; } = null!;

    public string ApiKey { get; private set; } = "";

    /// <summary>Gets how often Kontor died and was started again.</summary>
    public int Restarts { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Step = "starting the simulated cloud";
        await StartCloudAsync(cancellationToken);
        Step = "starting Kontor";
        var port = FreePort.From(KontorPort);
        KontorAddress = _kontorHttp.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        await File.WriteAllTextAsync(SettingsPath, settings(KontorAddress, CloudAddress), cancellationToken);
        await StartKontorAsync(cancellationToken);
        Step = "making an API key";
        await MakeKeyAsync(cancellationToken);
    }

    /// <summary>Starts Kontor again whenever it dies, until cancelled.</summary>
    public async Task KeepKontorAliveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            if (_kontor!.HasExited)
            {
                if (++Restarts > MostRestarts)
                {
                    throw new DemoFailedException($"{Server} ended {Restarts} times{await _kontor.LastWordsAsync()}");
                }

                await _kontor.DisposeAsync();
                await StartKontorAsync(cancellationToken);
            }
        }
    }

    /// <summary>Waits until one of the two ends, which neither should.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!_cloud!.HasExited && !_kontor!.HasExited)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        throw new DemoFailedException("one of its programs ended");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in new[] { _kontor, _cloud }.OfType<ChildProgram>())
        {
            await child.DisposeAsync();
        }

        _cloudHttp.Dispose();
        _kontorHttp.Dispose();
    }

    private string SettingsPath => Path.Combine(folder.Path, "demo.json");

    private async Task StartCloudAsync(CancellationToken cancellationToken)
    {
        var port = FreePort.From(SimulatorPort);
        CloudAddress = _cloudHttp.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        Cloud = new SimulatorControl(_cloudHttp);
        // A folder of the user's may be used again, and then the cloud must know what it sold before.
        string[] state = folder.IsTemporary ? [] : ["--state", Path.Combine(folder.Path, "cloud.json")];
        _cloud = Run("kontor-simulator", ["--port", $"{port}", "--speed", "stepped", .. state]);
        await AnswersAsync(_cloud, _cloudHttp, "kontor-simulator", cancellationToken);
    }

    private async Task StartKontorAsync(CancellationToken cancellationToken)
    {
        _kontor = Run(Server, ["serve", "--settings", SettingsPath]);
        await AnswersAsync(_kontor, _kontorHttp, Server, cancellationToken);
    }

    private async Task MakeKeyAsync(CancellationToken cancellationToken)
    {
        var log = Path.Combine(folder.Path, "keys.log");
        File.Delete(log + ".out");
        await using var keys = ChildProgram.Start(
            Server, folder.Path, log, "keys", "create", "--name", "demo", "--source", "demo", "--scopes", "all");
        ApiKey = await keys.OutputAsync(cancellationToken);
        Kontor = new KontorClient(_kontorHttp, ApiKey);
    }

    private ChildProgram Run(string program, string[] arguments) =>
        ChildProgram.Start(program, folder.Path, Path.Combine(folder.Path, $"{program}.log"), arguments);

    private static async Task AnswersAsync(ChildProgram child, HttpClient http, string program, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; !await IsThereAsync(http, cancellationToken); waited += Pause)
        {
            if (child.HasExited || waited > Patience)
            {
                throw new DemoFailedException($"{program} does not start{await child.LastWordsAsync()}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<bool> IsThereAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            // Not yet.
            return false;
        }
    }
}
