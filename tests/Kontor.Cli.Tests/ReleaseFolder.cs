using System.Diagnostics;

namespace Kontor.Cli.Tests;

/// <summary>A folder as a release has it: the real <c>kontor</c>, and scripts in the place of the programs beside it.</summary>
internal sealed class ReleaseFolder : IDisposable
{
    private static readonly string[] OwnFiles =
    [
        "kontor", "kontor.dll", "kontor.deps.json", "kontor.runtimeconfig.json", "Kontor.Api.dll",
        "System.CommandLine.dll", "Spectre.Console.dll", "Spectre.Console.Ansi.dll", "YamlDotNet.dll",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("a release ");

    public ReleaseFolder()
    {
        foreach (var file in OwnFiles)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(_folder.FullName, file));
        }
    }

    /// <summary>Puts a bash script beside <c>kontor</c>.</summary>
    public ReleaseFolder With(string program, string script, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserExecute)
    {
        var path = Path.Combine(_folder.FullName, program);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
        File.SetUnixFileMode(path, mode);
        return this;
    }

    /// <summary>Starts <c>kontor</c> with all three streams in the test's hands.</summary>
    public Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(_folder.FullName, "kontor"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Runs <c>kontor</c> to its end.</summary>
    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var kontor = Start(arguments);
        kontor.StandardInput.Close();
        return await Outcome.OfAsync(kontor);
    }

    /// <summary>Runs a script that finds <c>kontor</c> on its path.</summary>
    public async Task<Outcome> RunShellAsync(string shell, string script)
    {
        var start = new ProcessStartInfo(shell, [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        return await Outcome.OfAsync(process);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
