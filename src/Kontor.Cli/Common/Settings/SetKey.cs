using System.Text;
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
        var line = call.Surroundings.InputIsTerminal ? Ask(call) : await call.Surroundings.Input.Value.ReadLineAsync(call.Cancel);
        var key = ServerSettings.CheckedKey(line?.Trim() ?? "", "standard input");
        return ConfigFile.Change(call, file => file with { ApiKey = key });
    }

    private static string Ask(Invocation call)
    {
        call.Say("Paste the key and press Enter; it is not shown.");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } pressed)
        {
            if (pressed.Key != ConsoleKey.Backspace)
            {
                typed.Append(pressed.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        return typed.ToString();
    }
}
