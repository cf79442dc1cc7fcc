namespace Kontor.Cli;

/// <summary>The exit codes of <c>kontor</c> itself; a host verb ends with the code of its own program. None changes its meaning.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A bug.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line or the settings are not understood.</summary>
    public const int Usage = 2;

    /// <summary>The server found the request wrong in itself.</summary>
    public const int Invalid = 10;

    /// <summary>There is no such thing, or it is another source's.</summary>
    public const int NotFound = 11;

    /// <summary>It does not fit what is there now.</summary>
    public const int Conflict = 12;

    /// <summary>The key may not do this.</summary>
    public const int Forbidden = 13;

    /// <summary>Understood, allowed, and not done, for a reason of the business.</summary>
    public const int Refused = 14;

    /// <summary>Kontor cannot do it now.</summary>
    public const int Unavailable = 15;

    /// <summary>There is no key, or it is not accepted.</summary>
    public const int Unauthenticated = 16;

    /// <summary>Nobody answers, or the connection broke: nothing is known.</summary>
    public const int Network = 17;

    /// <summary>What answers is not Kontor, or of another release.</summary>
    public const int NotKontor = 18;

    /// <summary>The operation ended without its effect.</summary>
    public const int OperationFailed = 21;

    /// <summary>The operation waits for a person.</summary>
    public const int NeedsAttention = 22;

    /// <summary>The operation was called off before anything was sent.</summary>
    public const int OperationCancelled = 23;

    /// <summary>Nobody said yes, and nothing was sent.</summary>
    public const int NotConfirmed = 24;

    /// <summary>The program of a host verb is there and does not start (a shell's own code for it).</summary>
    public const int CannotStart = 126;

    /// <summary>The program of a host verb is missing (a shell's own code for it).</summary>
    public const int Missing = 127;

    /// <summary>Interrupted (a shell's own code for it).</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of the output went away (a shell's own code for it).</summary>
    public const int BrokenPipe = 141;
}
