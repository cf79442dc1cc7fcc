using Kontor.Engine.Secrets;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Host;

/// <summary>A <see cref="Workbench"/> with the settings read and the key of the secrets opened.</summary>
internal static class KeyedWorkbench
{
    /// <summary>Does one thing with the database and its key.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> UseAsync(
        SettingsSource source, Func<IServiceProvider, KontorSettings, Task<int>> work, CancellationToken cancellationToken)
    {
        var read = source.Read();
        return read.Faults.Count > 0
            ? Task.FromResult(Refusals.Say(ExitCodes.Settings, [.. read.Faults]))
            : Workbench.UseAsync(source, async services =>
            {
                services.GetRequiredService<KeySlot>().Ring = await services.GetRequiredService<OpenKeyFileHandler>()
                    .HandleAsync(read.Settings.Secrets.KeyFile!, source.DataFolder, cancellationToken);
                return await work(services, read.Settings);
            });
    }
}
