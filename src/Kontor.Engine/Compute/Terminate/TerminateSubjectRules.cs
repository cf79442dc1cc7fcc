using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>What a terminate must look like.</summary>
internal static class TerminateSubjectRules
{
    private const int MaxRetentionDays = 365;

    /// <summary>A later end than this is a slip of the pen: until then the machine costs money.</summary>
    private const int MaxYears = 5;

    /// <summary>The first thing wrong with it, whenever it is sent; null when nothing is.</summary>
    public static Problem? Check(TerminateSubject request) =>
        OrderInstanceRules.CheckFingerprint(request.Fingerprint)
        ?? (request.RetentionDays is < 0 or > MaxRetentionDays
            ? ComputeProblems.Field("retentionDays", $"retentionDays is from 0, which is never, to {MaxRetentionDays}.")
            : null)
        ?? (request.RetentionDays is not null && !request.Stop
            ? ComputeProblems.Field("retentionDays", "retentionDays says when a stopped machine is wiped: leave it out, or send \"stop\": true.")
            : null);

    /// <summary>What is wrong with its day on another day; the same wish sent again is not asked.</summary>
    public static Problem? CheckDay(TerminateSubject request, DateOnly today) =>
        request.On is { } on && (on < today || on > today.AddYears(MaxYears))
            ? ComputeProblems.Field("on", $"on is a day from today, {today:yyyy-MM-dd} in Berlin, and at most {MaxYears} years ahead.")
            : null;
}
