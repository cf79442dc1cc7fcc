using System.CommandLine;
using Kontor.Server.Audit;
using Kontor.Server.Catalog;
using Kontor.Server.Demo;
using Kontor.Server.Recovery;
using Kontor.Server.Secrets;
using Kontor.Server.Tenancy;

namespace Kontor.Server.Host;

/// <summary>What <c>kontor-server</c> can be told to do.</summary>
internal static class RootVerbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            // Signals belong to the host, which finishes what is under way; the command line would cut it short.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        }

        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync("kontor-server --help shows what there is.");
        return ExitCodes.Settings;
    }

    private static RootCommand Create()
    {
        var settings = new Option<string?>("--settings")
        {
            Description = "The settings file. Default: kontor.json in KONTOR_DATA, else in the working directory.",
            Recursive = true,
        };
        return new RootCommand("Kontor's server: buys machines at Contabo, exactly one for one order, and ends them in time.")
        {
            settings,
            ServeCommand.Create(settings),
            DemoCommand.Create(),
            KeysCommand.Create(settings),
            CatalogCommand.Create(settings),
            AuditCommand.Create(settings),
            SecretsCommand.Create(settings),
            MigrateCommand.Create(settings),
            BackupCommand.Create(settings),
            RestoreCommand.Create(settings),
        };
    }
}
