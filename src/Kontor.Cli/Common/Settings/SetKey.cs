using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Settings;

/// <summary><c>config set-key</c>. The key is never an argument: those can be seen by everybody on the machine.</summary>
internal sealed class SetKey : Verb
{
    public SetKey()
        : base("set-key", "Keeps an API key, read from standard input, in ~/.config/kontor/cli.json.") =>
        Examples = ["kontor keys create --name cli --source shop --scopes all | kontor config set-key"];

    public override async Task<int> RunAsync(Invocation call)
    {
        var key = ServerSettings.CheckedKey(await SecretInput.ReadAsync(call, "Paste the key and press Enter; it is not shown."), "standard input");
        return ConfigFile.Change(call, file => file with { ApiKey = key });
    }
}
