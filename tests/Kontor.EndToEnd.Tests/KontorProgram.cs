using System.Diagnostics;

namespace Kontor.EndToEnd.Tests;

/// <summary><c>./kontor</c> of this source tree, started as a user starts it.</summary>
internal static class KontorProgram
{
    private static readonly string Root = FindRoot();

    /// <summary>Runs it to its end.</summary>
    public static Task<Outcome> RunAsync(params string[] arguments) => RunInAsync(null, arguments);

    /// <summary>Runs it to its end on a data folder.</summary>
    public static async Task<Outcome> RunInAsync(string? data, params string[] arguments)
    {
        using var process = Start(data, arguments);
        return await Outcome.OfAsync(process);
    }

    /// <summary>Starts it with its two outputs in the test's hands.</summary>
    public static Process Start(string? data, params string[] arguments) =>
        Process.Start(Prepare(data is null ? [] : new() { ["KONTOR_DATA"] = data, ["KONTOR_KEY_FILE"] = Path.Combine(data + "-key", "kek-1") }, arguments))!;

    /// <summary>Starts it with all three streams in the test's hands.</summary>
    public static Process StartWith(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = Prepare(environment, arguments);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private static ProcessStartInfo Prepare(Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "kontor"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("KONTOR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
