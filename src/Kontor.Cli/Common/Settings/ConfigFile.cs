namespace Kontor.Cli.Common.Settings;

/// <summary>Changes to <c>cli.json</c>.</summary>
internal static class ConfigFile
{
    /// <summary>Reads the file, changes it, writes it anew and says so.</summary>
    /// <returns>The exit code.</returns>
    public static int Change(Invocation call, Func<CliFile, CliFile> change)
    {
        var path = CliFile.PathFor(call.Surroundings)
            ?? throw new CliException(ExitCode.Usage, "HOME is not set, so there is no place for cli.json: set it, or use KONTOR_URL and KONTOR_API_KEY.");
        var changed = change(CliFile.Read(path));
        try
        {
            changed.Write(path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{path} cannot be written: {unwritable.Message}");
        }

        call.Say($"Written to {path}.");
        return ExitCode.Done;
    }
}
