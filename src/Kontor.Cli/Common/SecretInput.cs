using System.Text;

namespace Kontor.Cli.Common;

/// <summary>A secret that a person gives: never an argument, because everybody on the machine can see those.</summary>
internal static class SecretInput
{
    /// <summary>Reads one line of standard input; on a terminal it is asked for and not shown.</summary>
    /// <returns>The line without blanks around it; empty when there is none.</returns>
    public static async Task<string> ReadAsync(Invocation call, string request)
    {
        var line = call.Surroundings.InputIsTerminal ? Ask(call, request) : await call.Surroundings.Input.Value.ReadLineAsync(call.Cancel);
        return line?.Trim() ?? "";
    }

    private static string Ask(Invocation call, string request)
    {
        call.Say(request);
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
