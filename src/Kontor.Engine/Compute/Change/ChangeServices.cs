using Kontor.Engine.Compute.AddOns;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Compute.Rename;
using Kontor.Engine.Compute.Snapshots;
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
        .AddChange<CreateSnapshot>()
        .AddChange<UpdateSnapshot>()
        .AddChange<DeleteSnapshot>()
        .AddChange<RollBackSnapshot>()
        .AddChange<AddOnChange>()
        .AddChange<RegionChange.RegionChange>()
        .AddChange<RenameChange>()
        .AddSingleton<RenameInstanceHandler>();

    /// <summary>Adds one kind, made by its own constructor.</summary>
    private static IServiceCollection AddChange<TChange>(this IServiceCollection services)
        where TChange : InstanceChange => services.AddSingleton<TChange>().AddChange(provider => provider.GetRequiredService<TChange>());

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
