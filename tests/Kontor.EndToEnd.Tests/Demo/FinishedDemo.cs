namespace Kontor.EndToEnd.Tests.Demo;

/// <summary>One life in a folder of its own, lived while somebody else had the usual ports.</summary>
public sealed class FinishedDemo : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public string Path => _folder.Path;

    internal Outcome Outcome { get; private set; } = null!;

    /// <summary>Gets the settings it was lived with; a test that uses the folder again writes others there.</summary>
    internal string Settings { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var simulator = TakenPort.Of(5550);
        using var kontor = TakenPort.Of(5580);
        Outcome = await KontorProgram.RunAsync("demo", "--once", "--data", Path);
        Settings = await File.ReadAllTextAsync(System.IO.Path.Combine(Path, "demo.json"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
