using System.Diagnostics;

namespace Kontor.FaultSimulation.Mutants;

/// <summary>Builds each mutant and lets the seeds loose on it: each must violate an invariant.</summary>
internal sealed class MutantCampaign(string repository, int seconds)
{
    private static readonly string[] Copied = ["src", "tests/Kontor.FaultSimulation"];
    private static readonly string[] CopiedFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "eng/BannedSymbols.txt"];

    /// <summary>Runs them all and reports.</summary>
    /// <returns>The exit code.</returns>
    public int Run(TextWriter output)
    {
        var (caught, failed) = (0, 0);
        var copy = Directory.CreateTempSubdirectory("kontor-mutants-").FullName;
        try
        {
            CopyTo(copy);
            foreach (var mutant in Mutants())
            {
                var verdict = Try(mutant, copy);
                output.WriteLine($"{(verdict.Caught ? "caught  " : "SURVIVED")} {mutant.Name}: {verdict.How}");
                (caught, failed) = verdict.Caught ? (caught + 1, failed) : (caught, failed + 1);
            }
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }

        output.WriteLine($"{caught} passed, {failed} failed");
        return failed == 0 && caught > 0 ? 0 : 1;
    }

    private IEnumerable<Mutant> Mutants() => Directory
        .EnumerateFiles(Path.Combine(repository, "tests/Kontor.FaultSimulation/Mutants"), "*.mutant")
        .Order(StringComparer.Ordinal)
        .Select(Mutant.Read);

    private (bool Caught, string How) Try(Mutant mutant, string copy)
    {
        var originals = mutant.Changes.Select(change => change.Path).Distinct().ToDictionary(path => path, path => File.ReadAllText(Path.Combine(copy, path)));
        try
        {
            mutant.ApplyTo(copy);
            var build = Execute(copy, "build", "tests/Kontor.FaultSimulation", "-c", "Release", "--no-restore", "-v", "q", "-nologo",
                "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false");
            if (build.Code != 0)
            {
                return (false, "it does not build: " + build.Output.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal)));
            }

            string[] aim = mutant.Aim is { } text ? ["--aim", text] : [];
            var run = Execute(
                copy,
                ["tests/Kontor.FaultSimulation/bin/Release/net10.0/kontor-fault-simulation.dll", "seeds", "--seconds", $"{seconds}", "--stop-at-first", .. aim]);
            var violated = run.Output.Split('\n').FirstOrDefault(line => line.Contains(" violated: ", StringComparison.Ordinal));
            return (violated is not null, violated ?? $"no invariant was violated in {seconds} s: {run.Output.TrimEnd().Split('\n')[^1]}");
        }
        finally
        {
            foreach (var (path, text) in originals)
            {
                File.WriteAllText(Path.Combine(copy, path), text);
            }
        }
    }

    private static (int Code, string Output) Execute(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>Copies the sources with what is built already, so that only what a mutant changes is built again.</summary>
    private void CopyTo(string copy)
    {
        foreach (var file in Copied
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories))
            .Concat(CopiedFiles.Select(file => Path.Combine(repository, file))))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var restored = Execute(copy, "restore", "tests/Kontor.FaultSimulation", "-v", "q", "-nologo");
        if (restored.Code != 0)
        {
            throw new InvalidOperationException($"The copy could not be restored: {restored.Output}");
        }
    }
}
