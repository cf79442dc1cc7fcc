namespace Kontor.Architecture.Tests;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] BuildOutput = ["bin", "obj"];

    /// <summary>Gets the folder in which the solution stands.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The names of the folders directly inside one; none when it is not there.</summary>
    public static IEnumerable<string> FoldersIn(string path) =>
        new DirectoryInfo(Path.Combine(Root, path)) is { Exists: true } folder
            ? folder.EnumerateDirectories().Select(inner => inner.Name).Where(IsSource)
            : [];

    /// <summary>The paths of all folders below one, at every depth.</summary>
    public static IEnumerable<string> FoldersBelow(string path) =>
        FoldersIn(path).SelectMany(name => FoldersBelow($"{path}/{name}").Prepend($"{path}/{name}"));

    private static bool IsSource(string name) => !BuildOutput.Contains(name) && !name.StartsWith('.');

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside a working copy.");
    }
}
