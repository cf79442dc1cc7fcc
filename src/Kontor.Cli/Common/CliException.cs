namespace Kontor.Cli.Common;

/// <summary>The command ends here, for a reason that is no bug.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="sentence">What is wrong and what to do about it.</param>
internal sealed class CliException(int exitCode, string sentence) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
