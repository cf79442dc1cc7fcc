using Kontor.Engine.Common;

namespace Kontor.Engine.Tasks;

/// <summary>What people may write into a task.</summary>
internal static class TaskText
{
    public const int LongestOutcome = 500;
    public const int LongestAssignee = 100;

    public static bool IsOutcome(string text) => PlainText.IsLine(text, LongestOutcome);

    public static bool IsAssignee(string text) => PlainText.IsLine(text, LongestAssignee);
}
