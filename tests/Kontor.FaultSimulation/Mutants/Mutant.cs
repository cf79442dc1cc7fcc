namespace Kontor.FaultSimulation.Mutants;

/// <summary>One deliberate fault: what it is, where it can show, and the texts it replaces.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Sentence">What is wrong with it.</param>
/// <param name="Aim">The crash points to aim the seeds at, by a text in their names; null for all of them.</param>
/// <param name="Changes">What is put in the place of what.</param>
internal sealed record Mutant(string Name, string Sentence, string? Aim, IReadOnlyList<(string Path, string Find, string Put)> Changes)
{
    /// <summary>Reads a file of the form README.md describes.</summary>
    public static Mutant Read(string file)
    {
        var parts = File.ReadAllText(file).Split("\n=== ");
        var changes = parts[1..].Select(part =>
        {
            var path = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var texts = part[(path.Length + 1)..].Split("\n---\n");
            return (path, texts[0], texts[1].TrimEnd('\n'));
        });
        var head = parts[0].Trim().Split("\naim: ");
        return new Mutant(Path.GetFileNameWithoutExtension(file), head[0], head.ElementAtOrDefault(1), [.. changes]);
    }

    /// <summary>Changes a copy of the sources.</summary>
    /// <exception cref="InvalidOperationException">A text does not stand there exactly once: the product changed, the mutant must follow.</exception>
    public void ApplyTo(string root)
    {
        foreach (var (path, find, put) in Changes)
        {
            var file = Path.Combine(root, path);
            var before = File.ReadAllText(file);
            if (before.Split(find).Length != 2)
            {
                throw new InvalidOperationException($"{Name}: the text to replace does not stand exactly once in {path}; bring the mutant up to date.");
            }

            File.WriteAllText(file, before.Replace(find, put, StringComparison.Ordinal));
        }
    }
}
