using Kontor.Server.Host.Settings;

namespace Kontor.Server.Tests.Host;

/// <summary>One start shows everything that is wrong with the settings.</summary>
public sealed class SettingsSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kontor-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_cannot_be_read_hides_neither_unknown_keys_nor_what_is_missing()
    {
        var faults = Read("""{ "Listen": 7, "Purchasing": { "UnknownHold": "many" }, "Sweeep": {}, "Contabo": { "Accounts": { "main": { "ClientId": "" } } } }""");

        Assert.Contains(faults, fault => fault.StartsWith("Listen is '7'", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Purchasing:UnknownHold is 'many'", StringComparison.Ordinal));
        Assert.Contains("Sweeep is not a setting: did you mean Sweep?", faults);
        Assert.Contains(faults, fault => fault.StartsWith("Contabo:Accounts:main:ClientId", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_spoken_of_once()
    {
        var faults = Read("""{ "Purchasing": { "OrderTimeout": "soon" } }""");

        Assert.Single(faults, fault => fault.Contains("OrderTimeout", StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Read(string json)
    {
        var file = Path.Combine(_folder, "kontor.json");
        File.WriteAllText(file, json);
        return new SettingsSource(file, new Dictionary<string, string> { ["KONTOR_DATA"] = _folder }, _folder).Read().Faults;
    }
}
