using System.CommandLine;

namespace Kontor.Cli.Common;

/// <summary>The option that names public SSH keys by their files.</summary>
internal static class SshKeyFiles
{
    private const string Name = "--ssh-key";

    /// <summary>Makes the option.</summary>
    public static Option<string[]> Option(string help) => Given.Texts(Name, $"{help} A public key by its file, such as ~/.ssh/id_ed25519.pub; up to 10 times.", "FILE");

    /// <summary>Reads the keys; null when none was given.</summary>
    /// <exception cref="CliException">A file cannot be read, or holds a private key, which is sent to nobody.</exception>
    public static async Task<IReadOnlyList<string>?> ReadAsync(Invocation call, Option<string[]> option)
    {
        if (call.Get(option) is not { Length: > 0 } files)
        {
            return null;
        }

        var keys = new List<string>();
        foreach (var file in files)
        {
            var text = await TextFile.ReadAsync(file, Name, call.Cancel);
            keys.Add(text.Contains("PRIVATE KEY", StringComparison.Ordinal)
                ? throw new CliException(ExitCode.Usage, $"{file} is a private key, and nothing was sent: give the public one, which ends in .pub.")
                : text.Trim());
        }

        return keys;
    }
}
