using System.Runtime.InteropServices;

namespace Kontor.Server.Demo;

/// <summary>Signals between processes: those a person ends the demo with, and the one that ends its children.</summary>
internal static partial class Signals
{
    private const int Term = 15;

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int process) => _ = Send(process, Term);

    /// <summary>Cancels when a person ends the demo, instead of ending at once and leaving its children behind.</summary>
    /// <returns>What takes that back.</returns>
    public static IDisposable Cancel(CancellationTokenSource whenEnded) => new Registrations(
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            whenEnded.Cancel();
        }))]);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Send(int process, int signal);

    private sealed class Registrations(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose() => Array.ForEach(registrations, registration => registration.Dispose());
    }
}
