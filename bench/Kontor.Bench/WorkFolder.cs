using Microsoft.Data.Sqlite;

namespace Kontor.Bench;

/// <summary>A folder for one measurement, on the disk of the current directory rather than in memory.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "bench", System.IO.Path.GetRandomFileName())).FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
