using Kontor.Engine.Recovery;
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
            ? Task.FromResult(Refuse(ExitCodes.Settings, [.. read.Faults]))
            : Workbench.UseAsync(source, services => RunAsync(services, source, read.Settings, work, cancellationToken));
    }

    /// <summary>Says why not.</summary>
    public static int Refuse(int exitCode, params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        return exitCode;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        SettingsSource source,
        KontorSettings settings,
        Func<IServiceProvider, KontorSettings, Task<int>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<KeySlot>().Ring = await services.GetRequiredService<OpenKeyFileHandler>()
                .HandleAsync(settings.Secrets.KeyFile!, source.DataFolder, cancellationToken);
            return await work(services, settings);
        }
        catch (BackupException failed)
        {
            return Refuse(ExitCodes.Backup, failed.Message);
        }
        catch (KeyFileException unusable)
        {
            return Refuse(ExitCodes.Key, unusable.Message);
        }
    }
}
