using System.Runtime.InteropServices;

namespace Kontor.Cli.Host;

/// <summary>A program beside <c>kontor</c> that takes over its process.</summary>
/// <remarks>
/// It takes over instead of becoming a child: the process id, the terminal, the three streams, every signal (SIGKILL too)
/// and the exit code are then the program's own, and no launcher can die and leave a server behind it.
/// </remarks>
internal static partial class HostProgram
{
    /// <summary>Turns this process into the program; returns only when that is impossible.</summary>
    /// <returns>The exit code that says why.</returns>
    public static int TakeOver(string path, IEnumerable<string> arguments, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"kontor: {path} is missing: put all programs of one Kontor release into one folder.");
            return ExitCode.Missing;
        }

        DeleteDiagnosticsSocket();
        _ = Execute(path, [path, .. arguments, null]);
        errors.WriteLine($"kontor: {path} does not start: {Marshal.GetLastPInvokeErrorMessage()}.");
        return ExitCode.CannotStart;
    }

    // The runtime names its socket by process id and start time, which stay: a left one would keep the program's own shut.
    private static void DeleteDiagnosticsSocket()
    {
        var own = $"dotnet-diagnostic-{Environment.ProcessId}-*-socket";
        foreach (var socket in Directory.EnumerateFiles(Path.GetTempPath(), own))
        {
            File.Delete(socket);
        }
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Execute(string path, string?[] arguments);
}
