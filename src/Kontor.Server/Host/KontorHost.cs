using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Host.Settings;
using Kontor.Server.Simulated;
using Kontor.Server.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kontor.Server.Host;

/// <summary>A whole server: its database, its workers and its address.</summary>
public sealed class KontorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DatabaseFile _file;
    private readonly string _dataFolder;

    private KontorHost(WebApplication app, DatabaseFile file, string dataFolder) => (_app, _file, _dataFolder) = (app, file, dataFolder);

    /// <summary>Gets the parts.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Gets the address it answers at, once it was started.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Opens the database and puts the parts together; nothing runs yet.</summary>
    /// <param name="settings">What was set, checked.</param>
    /// <param name="databasePath">The database file.</param>
    /// <param name="overrides">Registers other parts in place of those that would be there.</param>
    /// <exception cref="DatabaseFileException">The file cannot or must not be used.</exception>
    public static KontorHost Build(KontorSettings settings, string databasePath, Action<IServiceCollection>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var file = DatabaseFile.Open(databasePath);
        var folder = Path.GetDirectoryName(Path.GetFullPath(databasePath))!;
        try
        {
            var builder = WebServer.CreateBuilder(settings);
            builder.Services.AddKontor(settings, file).AddSingleton(new DataFolder(folder));
            overrides?.Invoke(builder.Services);
            var app = builder.Build();
            app.UseKontor(settings);
            return new KontorHost(app, file, folder);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Starts to answer and to work.</summary>
    /// <exception cref="DatabaseFileException">The database belongs to the other kind of cloud.</exception>
    /// <exception cref="KeyFileException">The key of the secrets cannot or must not be used.</exception>
    /// <exception cref="ClockUnreachableException">The simulated cloud does not tell its time.</exception>
    /// <exception cref="PortTakenException">Something else answers at the address.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = Services.GetRequiredService<KontorSettings>();
        if (Services.GetService<ClockFollower>() is { } follower)
        {
            await follower.BeginAsync(cancellationToken);
        }

        var installation = await Installation.OpenAsync(
            Services.GetRequiredService<Database>(), Services.GetRequiredService<IIdSource>(), settings.Simulated, cancellationToken);
        Services.GetRequiredService<InstallationSlot>().Installation = installation;
        await OpenKeyAsync(settings, cancellationToken);
        _ = (await Services.GetRequiredService<EnsureDefaultCatalogHandler>().HandleAsync(cancellationToken)).Value;
        await WebServer.StartAsync(_app, settings.Listen, cancellationToken);
        Services.GetRequiredService<ILogger<KontorHost>>().Started(
            InstallationEndpoints.Version,
            Address.ToString(),
            installation.Id,
            Services.GetRequiredService<ContaboAccounts>().All.Count,
            installation.Simulated ? ", SIMULATED cloud" : "");
    }

    private async Task OpenKeyAsync(KontorSettings settings, CancellationToken cancellationToken)
    {
        var path = settings.Secrets.KeyFile ?? throw new InvalidOperationException("Settings made by hand must name Secrets:KeyFile.");
        Services.GetRequiredService<KeySlot>().Ring =
            await Services.GetRequiredService<OpenKeyFileHandler>().HandleAsync(path, _dataFolder, cancellationToken);
    }

    /// <summary>Waits until the process is told to end, and ends in order.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Ends in order: no new requests, the steps under way finished.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _file.Dispose();
    }
}
