using System.Collections.Concurrent;

namespace Kontor.Engine.Tests.Common;

/// <summary>
/// Folders for databases, emptied and used again: the data layer keeps its translated queries by the name of the file, and
/// translating them anew takes longer than most tests.
/// </summary>
internal static class TestFolders
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("kontor-engine-tests-");
    private static readonly ConcurrentBag<string> Free = [];
    private static int _made;

    static TestFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Root.Delete(recursive: true);

    public static string Take() => Free.TryTake(out var folder)
        ? folder
        : Root.CreateSubdirectory($"{Interlocked.Increment(ref _made)}").FullName;

    /// <summary>Gives a folder back; one that cannot be emptied is not used again.</summary>
    public static void Return(string folder)
    {
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Free.Add(folder);
    }
}
