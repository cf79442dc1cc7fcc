namespace Kontor.Cli.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests were not started within the repository.");
        }

        return folder.FullName;
    }
}
