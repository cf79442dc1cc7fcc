namespace Kontor.Engine.Tasks;

/// <summary>What people may write into a task.</summary>
internal static class TaskText
{
    public const int LongestOutcome = 500;
    public const int LongestAssignee = 100;

    public static bool IsOutcome(string text) => IsLine(text, LongestOutcome);

    public static bool IsAssignee(string text) => IsLine(text, LongestAssignee);

    private static bool IsLine(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);
}
