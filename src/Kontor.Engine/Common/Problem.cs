namespace Kontor.Engine.Common;

/// <summary>What sort of refusal a problem is; doors map each kind to one status or exit code.</summary>
public enum ProblemKind
{
    /// <summary>The request is malformed or names something that does not exist: change it.</summary>
    Invalid,

    /// <summary>The thing asked for is not there, or not visible to the caller.</summary>
    NotFound,

    /// <summary>The request contradicts what was already accepted or what is going on.</summary>
    Conflict,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>The request is understood and a rule says no.</summary>
    Refused,

    /// <summary>It cannot be done now; later it may.</summary>
    Unavailable,
}

/// <summary>An expected refusal, as a value.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Code">A stable name, <c>capability.snake_case</c>; listed in docs/reference/problems.md.</param>
/// <param name="Detail">One sentence for a person: what is wrong and what to do about it.</param>
/// <param name="Field">The path of the field at fault, as the caller wrote it; null when no single field is.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Detail, string? Field = null);
