using System.CommandLine;
using Kontor.Api;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Settings;

namespace Kontor.Cli.Common;

/// <summary>One run of one verb: what was given, and what it is run in.</summary>
internal sealed class Invocation(ParseResult parsed, Surroundings surroundings, CancellationToken cancel) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private HttpClient? _http;
    private KontorClient? _client;
    private ServerSettings? _settings;

    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>Gets what is cancelled on Ctrl-C.</summary>
    public CancellationToken Cancel { get; } = cancel;

    public DataOutput Output { get; } = new(surroundings, GlobalOptions.FormatIn(parsed));

    public ServerSettings Settings => _settings ??= ServerSettings.Find(parsed, Surroundings);

    /// <summary>Gets the address for sentences; what it is when the settings are wrong too.</summary>
    public string Server => _settings?.Url.OriginalString ?? ServerAddress.Default;

    /// <summary>Gets the typed client. It sends each request once.</summary>
    public KontorClient Client => _client ??= Connect();

    public T Get<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>Gets the value of an option that must be given.</summary>
    public T Given<T>(Option<T?> option)
        where T : struct => parsed.GetRequiredValue(option)!.Value;

    /// <summary>Gets the value of an option that must be given.</summary>
    public string Given(Option<string?> option) => parsed.GetRequiredValue(option)!;

    /// <summary>Says one sentence to the person, apart from the data.</summary>
    public void Say(string sentence) => Surroundings.Errors.WriteLine(Visible.Text(sentence));

    public void Dispose() => _http?.Dispose();

    private KontorClient Connect()
    {
        var settings = Settings;
        var key = settings.Key;
        _http = new HttpClient(Surroundings.Http(), disposeHandler: true) { BaseAddress = ServerAddress.AsBase(settings.Url), Timeout = Patience };
        return new KontorClient(_http, key);
    }
}
