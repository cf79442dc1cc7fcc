using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Compute.Rescue;
using Kontor.Engine.Compute.ResetPassword;
using Kontor.Engine.Compute.Snapshots;
using Kontor.Engine.Compute.Wipe;
using Kontor.Engine.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Engine.Compute.Change;

/// <summary>The changes to machines: the mechanism, and each kind with its flow.</summary>
internal static class ChangeServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<ChangeStore>()
        .AddSingleton<ChangeSent>()
        .AddSingleton<SubmitChange>()
        .AddSingleton<VerifyChange>()
        .AddSingleton<InstanceChanges>()
        .AddSingleton<ChangeInstanceHandler>()
        .AddPowerChanges()
        .AddSingleton<AfterWipe>()
        .AddSingleton<DueWipe>()
        .AddChange<WipeChange>()
        .AddChange<CreateSnapshot>()
        .AddChange<UpdateSnapshot>()
        .AddChange<DeleteSnapshot>()
        .AddChange<RollBackSnapshot>()
        .AddChange<AddOnChange>()
        .AddChange<RegionChange.RegionChange>()
        .AddChange<RenameChange>()
        .AddSingleton<RenameInstanceHandler>()
        .AddLoginChanges();

    /// <summary>Adds one kind, made by its own constructor.</summary>
    private static IServiceCollection AddChange<TChange>(this IServiceCollection services)
        where TChange : InstanceChange => services.AddSingleton<TChange>().AddChange(provider => provider.GetRequiredService<TChange>());

    private static IServiceCollection AddLoginChanges(this IServiceCollection services) => services
        .AddSingleton<ProviderSecretStore>()
        .AddSingleton<StoreSecrets>()
        .AddSingleton<SweepProviderSecrets>()
        .AddSingleton<PendingSecrets>()
        .AddSingleton<LoginSecrets>()
        .AddSingleton<AccessSweep>()
        .AddSingleton<LiveImages>()
        .AddSingleton<ReinstallCheck>()
        .AddSingleton<InstallProof>()
        .AddSingleton<ReinstallHandler>()
        .AddSingleton<ShowReinstallHandler>()
        .AddSingleton<ResetPasswordHandler>()
        .AddSingleton<RescueHandler>()
        .AddSingleton<RescueWatch>()
        .AddChange<ReinstallChange>()
        .AddChange<ResetPasswordChange>()
        .AddChange<RescueChange>()
        .AddChange<RescueExitChange>();

    private static IServiceCollection AddPowerChanges(this IServiceCollection services)
    {
        foreach (var action in Enum.GetValues<PowerAction>())
        {
            services
                .AddKeyedSingleton(action, (provider, _) => ActivatorUtilities.CreateInstance<PowerChange>(provider, action))
                .AddChange(provider => provider.GetRequiredKeyedService<PowerChange>(action));
        }

        return services;
    }

    private static IServiceCollection AddChange(this IServiceCollection services, Func<IServiceProvider, InstanceChange> find) => services
        .AddSingleton(find)
        .AddSingleton<IOperationFlow>(provider => ActivatorUtilities.CreateInstance<ChangeFlow>(provider, find(provider)));
}
