namespace Kontor.EndToEnd.Tests;

/// <summary>A folder that is taken away after the test, with what programs put beside it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("kontor-end-to-end-");

    public TestFolder() => Path = _around.CreateSubdirectory("data").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _around.Delete(recursive: true);
}
