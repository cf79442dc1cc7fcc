using Kontor.Contabo;
using Kontor.Engine;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Accounts;
using Kontor.Server.Common;
using Kontor.Server.Compute;
using Kontor.Server.Host.Settings;
using Kontor.Server.Images;
using Kontor.Server.Operations;
using Kontor.Server.Recovery;
using Kontor.Server.Secrets;
using Kontor.Server.Simulated;
using Kontor.Server.Tasks;
using Kontor.Server.Tenancy;

namespace Kontor.Server.Host;

/// <summary>The parts of a server, put together in one place. What is registered afterwards takes the place of what stands here.</summary>
internal static class HostComposition
{
    public static IServiceCollection AddKontor(this IServiceCollection services, KontorSettings settings, DatabaseFile file) => services
        .AddTime(settings.SimulatedClock)
        .AddAmbient()
        .AddDatabase(file)
        .AddSettings(settings)
        .AddKontorEngine()
        .AddWorkers(settings)
        .AddRest();

    /// <summary>Time, ids and the network: what a test or a simulation replaces.</summary>
    private static IServiceCollection AddAmbient(this IServiceCollection services) => services
        .AddSingleton<IIdSource, SystemIdSource>()
        .AddSingleton<ICheckpoints>(NoCheckpoints.Instance)
        .AddKeyedSingleton<HttpMessageHandler>(AccountFactory.PrimaryHandler, (_, _) => ContaboClientFactory.CreatePrimaryHandler());

    private static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseFile file) => services
        .AddSingleton(provider => new Database(
            file.ConnectionString, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ICheckpoints>()))
        .AddSingleton<KeySlot>()
        .AddSingleton<IKeySource>(provider => provider.GetRequiredService<KeySlot>())
        .AddSingleton<InstallationSlot>()
        .AddSingleton(provider => provider.GetRequiredService<InstallationSlot>().Installation);

    private static IServiceCollection AddSettings(this IServiceCollection services, KontorSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Purchasing)
        .AddSingleton(settings.Compute)
        .AddSingleton(settings.Images)
        .AddSingleton(settings.Operations)
        .AddSingleton(settings.Sweep)
        .AddSingleton(settings.Tasks)
        .AddSingleton(settings.Secrets)
        .AddSingleton(settings.Backup)
        .AddSingleton(provider => AccountFactory.Create(provider, settings));

    private static IServiceCollection AddWorkers(this IServiceCollection services, KontorSettings settings) => services
        // What was sent is waited for: giving up would only lose the answer.
        .Configure<HostOptions>(options => options.ShutdownTimeout = settings.Purchasing.OrderTimeout + settings.Purchasing.SenderGrace)
        .AddHostedService<OperationWorkers>()
        .AddHostedService<InstanceSweeper>()
        .AddHostedService<AccessSweeper>()
        .AddHostedService<ImageSweeper>()
        .AddHostedService<BulkWorker>()
        .AddHostedService<TaskSweeper>()
        .AddHostedService<SecretSweeper>()
        .AddHostedService<BackupWorker>()
        .AddHostedService<SignedHeadWorker>()
        .AddHostedService<CredentialCheck>();

    private static IServiceCollection AddRest(this IServiceCollection services) => services
        .AddRouting()
        .AddScopePolicies()
        .ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions))
        .AddApiDocument();
}
