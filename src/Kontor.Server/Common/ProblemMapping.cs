using Kontor.Engine.Common;

namespace Kontor.Server.Common;

/// <summary>From a refusal to its answer.</summary>
internal static class ProblemMapping
{
    public static ProblemAnswer ToHttp(this Problem problem) => new(StatusOf(problem.Kind), problem);

    /// <exception cref="ArgumentOutOfRangeException">A kind was added and nobody said which status it has.</exception>
    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Refused => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no status for this kind of problem"),
    };
}
