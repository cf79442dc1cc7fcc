using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Server.Simulated;

namespace Kontor.Server.Host;

/// <summary>What keeps a verb from doing its work: a sentence with the cure, and the exit code for its kind.</summary>
internal static class Refusals
{
    /// <summary>Says why not.</summary>
    /// <returns>The exit code.</returns>
    public static int Say(int exitCode, params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        return exitCode;
    }

    /// <summary>Does something, or says why it cannot be done.</summary>
    /// <returns>The exit code of either.</returns>
    public static async Task<int> OrSayAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception refused) when (CodeOf(refused) is { } exitCode)
        {
            return Say(exitCode, refused.Message);
        }
    }

    /// <summary>The exit code for what is a refusal; null for a bug.</summary>
    private static int? CodeOf(Exception refused) => refused switch
    {
        DatabaseFileException => ExitCodes.Database,
        KeyFileException => ExitCodes.Key,
        BackupException => ExitCodes.Backup,
        PortTakenException => ExitCodes.Port,
        ClockUnreachableException => ExitCodes.Settings,
        _ => null,
    };
}
