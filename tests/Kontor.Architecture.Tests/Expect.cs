namespace Kontor.Architecture.Tests;

/// <summary>A rule's verdict that names every offender in full; the library's own messages are cut short.</summary>
internal static class Expect
{
    public static void None(IEnumerable<string> offenders)
    {
        var listed = offenders.Order(StringComparer.Ordinal).ToList();
        Assert.True(listed.Count == 0, $"{listed.Count} against the rule:\n{string.Join('\n', listed)}");
    }
}
