using Kontor.Engine.Common;

namespace Kontor.Server.Host;

/// <summary>What the process says on its way out; a number never changes its meaning.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Unexpected = 1;

    /// <summary>The command line or the settings.</summary>
    public const int Settings = 2;

    /// <summary>The database file.</summary>
    public const int Database = 3;

    /// <summary>The port.</summary>
    public const int Port = 4;

    /// <summary>The key file.</summary>
    public const int Key = 5;

    /// <summary>The backup.</summary>
    public const int Backup = 6;

    /// <summary>The audit trail was tampered with.</summary>
    public const int AuditBroken = 20;

    public static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => 10,
        ProblemKind.NotFound => 11,
        ProblemKind.Conflict => 12,
        ProblemKind.Forbidden => 13,
        ProblemKind.Refused => 14,
        ProblemKind.Unavailable => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no exit code for this kind of problem"),
    };
}
