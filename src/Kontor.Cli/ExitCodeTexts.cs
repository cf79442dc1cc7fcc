namespace Kontor.Cli;

/// <summary>What each exit code says, for the manual and the reference page.</summary>
internal static class ExitCodeTexts
{
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (ExitCode.Done, "done; a list may be empty"),
        (ExitCode.Unexpected, "a bug of kontor; what is printed helps to find it"),
        (ExitCode.Usage, "the command line or the settings are not understood"),
        (ExitCode.Invalid, "the server found the request wrong in itself"),
        (ExitCode.NotFound, "there is no such thing, or it is another source's"),
        (ExitCode.Conflict, "it does not fit what is there now"),
        (ExitCode.Forbidden, "the key may not do this"),
        (ExitCode.Refused, "understood, allowed, and not done, for a reason of the business"),
        (ExitCode.Unavailable, "Kontor cannot do it now"),
        (ExitCode.Unauthenticated, "there is no key, or it is not accepted"),
        (ExitCode.Network, "nobody answers, or the connection broke: nothing is known"),
        (ExitCode.NotKontor, "what answers is not Kontor, or of another release"),
        (ExitCode.OperationFailed, "the operation ended without its effect"),
        (ExitCode.NeedsAttention, "the operation waits for a person"),
        (ExitCode.OperationCancelled, "the operation was called off before anything was sent"),
        (ExitCode.NotConfirmed, "nobody said yes, and nothing was sent"),
        (ExitCode.CannotStart, "the program of a host verb is there and cannot be started"),
        (ExitCode.Missing, "the program of a host verb is missing from the folder"),
        (ExitCode.Interrupted, "interrupted; an operation goes on"),
        (ExitCode.BrokenPipe, "the reader of the output went away"),
    ];
}
