using Kontor.Engine;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Host;

/// <summary>The engine without web server and workers, for a verb that does one thing; a running server does not mind.</summary>
internal static class Workbench
{
    /// <summary>Gets who acts: a person at the machine.</summary>
    public static Actor Operator { get; } = new(ActorKind.Operator, Environment.UserName);

    /// <summary>Does one thing with the database.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> UseAsync(SettingsSource source, Func<IServiceProvider, Task<int>> work) => Refusals.OrSayAsync(async () =>
    {
        using var file = DatabaseFile.OpenBeside(source.DatabasePath);
        await using var services = Services(file);
        return await work(services);
    });

    /// <summary>Says what was refused.</summary>
    public static int Refuse(Problem problem) => Refusals.Say(ExitCodes.Of(problem.Kind), problem.Detail);

    private static ServiceProvider Services(DatabaseFile file) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<KeySlot>()
        .AddSingleton<IKeySource>(provider => provider.GetRequiredService<KeySlot>())
        .AddSingleton<IIdSource, SystemIdSource>()
        .AddSingleton(provider => new Database(file.ConnectionString, provider.GetRequiredService<TimeProvider>(), NoCheckpoints.Instance))
        .AddKontorEngine()
        .BuildServiceProvider();
}
