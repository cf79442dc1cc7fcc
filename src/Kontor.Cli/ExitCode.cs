namespace Kontor.Cli;

/// <summary>The exit codes of <c>kontor</c> itself; a host verb ends with the code of its own program.</summary>
internal static class ExitCode
{
    /// <summary>The command line is not understood.</summary>
    public const int Usage = 2;

    /// <summary>The program of a host verb is there and does not start (a shell's own code for it).</summary>
    public const int CannotStart = 126;

    /// <summary>The program of a host verb is missing (a shell's own code for it).</summary>
    public const int Missing = 127;
}
