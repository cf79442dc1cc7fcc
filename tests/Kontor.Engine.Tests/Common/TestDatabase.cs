using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Engine.Tests.Common;

/// <summary>A real database in a folder of its own, emptied when the test ends.</summary>
internal sealed class TestDatabase : IDisposable
{
    /// <summary>An empty database of the newest schema: migrating takes longer than most tests.</summary>
    private static readonly Lazy<byte[]> Template = new(MakeTemplate);

    private readonly DatabaseFile _file;

    /// <summary>Opens a database of its own.</summary>
    /// <param name="checkpoints">What watches its writes.</param>
    /// <param name="content">The file to begin with; null for an empty database.</param>
    public TestDatabase(ICheckpoints? checkpoints = null, byte[]? content = null)
    {
        File.WriteAllBytes(Path, content ?? Template.Value);
        _file = DatabaseFile.Open(Path);
        Database = new Database(_file.ConnectionString, Clock, checkpoints ?? NoCheckpoints.Instance);
    }

    /// <summary>Gets the clock of everything written here; it stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 30, 0, TimeSpan.Zero));

    public Database Database { get; }

    public string Folder { get; } = TestFolders.Take();

    public string Path => System.IO.Path.Combine(Folder, "kontor.db");

    public string ConnectionString => _file.ConnectionString;

    public void Dispose()
    {
        Database.Dispose();
        _file.Dispose();
        TestFolders.Return(Folder);
    }

    private static byte[] MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("kontor-template-").FullName;
        var path = System.IO.Path.Combine(folder, "template.db");
        DatabaseFile.Open(path).Dispose();
        var content = File.ReadAllBytes(path);
        Directory.Delete(folder, recursive: true);
        return content;
    }
}
