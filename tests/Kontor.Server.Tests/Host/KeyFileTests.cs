using Kontor.Engine.Secrets;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Tests.Host;

/// <summary>Which key file a server takes, and that it does not start without a good one.</summary>
public sealed class KeyFileTests
{
    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    [Fact]
    public void Where_nothing_is_said_the_key_is_in_the_home_folder() =>
        Assert.Equal(Path.Combine(Home, ".config", "kontor", "kek-1"), Read().Secrets.KeyFile);

    [Fact]
    public void The_variable_names_another_file() =>
        Assert.Equal("/keys/kek", Read(("KONTOR_KEY_FILE", "/keys/kek")).Secrets.KeyFile);

    [Fact]
    public void The_setting_wins_over_the_variable() => Assert.Equal(
        "/other/kek", Read(("KONTOR_KEY_FILE", "/keys/kek"), ("KONTOR__Secrets__KeyFile", "/other/kek")).Secrets.KeyFile);

    [Fact]
    public async Task A_server_whose_key_is_among_its_data_does_not_start()
    {
        var folder = Directory.CreateTempSubdirectory("kontor-key-tests-");
        try
        {
            var settings = KontorUnderTest.Settings();
            settings.Secrets.KeyFile = Path.Combine(folder.FullName, "kek-1");
            await using var host = Server.Host.KontorHost.Build(settings, Path.Combine(folder.FullName, "kontor.db"));

            var refused = await Assert.ThrowsAsync<KeyFileException>(() => host.StartAsync(TestContext.Current.CancellationToken));
            Assert.Contains(settings.Secrets.KeyFile, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static KontorSettings Read(params (string Name, string Value)[] environment) => new SettingsSource(
        null, environment.ToDictionary(pair => pair.Name, pair => pair.Value), Path.GetTempPath()).Read().Settings;
}
