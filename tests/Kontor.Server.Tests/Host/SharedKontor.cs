namespace Kontor.Server.Tests.Host;

/// <summary>One server for all tests of a class that change nothing another one looks at.</summary>
public sealed class SharedKontor : IAsyncLifetime
{
    private KontorUnderTest? _kontor;

    internal KontorUnderTest Kontor => _kontor!;

    public async ValueTask InitializeAsync() => _kontor = await KontorUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _kontor!.DisposeAsync();
}
