namespace Kontor.Cli.Tests;

/// <summary>Texts that people read, as they stand in the repository.</summary>
internal static class Snapshot
{
    /// <summary>Compares; KONTOR_UPDATE_SNAPSHOTS=1 writes them anew first.</summary>
    public static void Matches(string path, string now)
    {
        if (Environment.GetEnvironmentVariable("KONTOR_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        Assert.Equal(File.ReadAllText(path), now);
    }
}
