namespace Kontor.Server.Simulated;

/// <summary>Puts the simulated cloud's time in the place of real time.</summary>
internal static class SimulatedTime
{
    public static IServiceCollection AddTime(this IServiceCollection services, Uri? control) => control is null
        ? services.AddSingleton(TimeProvider.System)
        : services
            .AddSingleton(new FollowedTimeProvider(TimeProvider.System))
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<FollowedTimeProvider>())
            .AddSingleton(provider => new ClockFollower(
                control, provider.GetRequiredService<FollowedTimeProvider>(), provider.GetRequiredService<ILogger<ClockFollower>>()))
            .AddHostedService(provider => provider.GetRequiredService<ClockFollower>());
}
