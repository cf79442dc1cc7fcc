using System.Collections.Concurrent;

namespace Kontor.Server.Tests.Host;

/// <summary>Folders for databases, emptied and used again: the data layer keeps its translated queries by the name of the file.</summary>
internal static class TestFolders
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("kontor-server-tests-");
    private static readonly ConcurrentBag<string> Free = [];
    private static int _made;

    /// <summary>Gets the key file of all servers under test; the first of them makes it.</summary>
    public static string KeyFile { get; } = Path.Combine(Root.FullName, "key", "kek-1");

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Root.Delete(recursive: true);

    public static string Take() => Free.TryTake(out var folder)
        ? folder
        : Root.CreateSubdirectory($"{Interlocked.Increment(ref _made)}").FullName;

    public static void Return(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }

        Free.Add(folder);
    }
}
