using Kontor.Engine.Common;

namespace Kontor.Engine.Secrets;

/// <summary>What can be wrong with secrets and their links.</summary>
public static class SecretProblems
{
    public static Problem NotFound() => new(
        ProblemKind.NotFound, "secrets.not_found", "There is no such operation, or it made no secret: look at the operation itself.");

    public static Problem AlreadyRevealed() => new(
        ProblemKind.Conflict,
        "secrets.already_revealed",
        "This secret was shown and is not kept: have a new one made, for example by resetting the password again.");

    public static Problem Expired() => new(
        ProblemKind.Conflict,
        "secrets.expired",
        "This secret has expired and is not kept: have a new one made, for example by resetting the password again.");

    public static Problem LinkGone() => new(
        ProblemKind.NotFound, "secrets.link_gone", "This link was used, has expired, or never was.");
}
