using System.Collections;

namespace Kontor.Server.Host.Settings;

/// <summary>Where settings come from: a file and the environment. The environment wins.</summary>
/// <param name="File">The file given on the command line; null to look for kontor.json.</param>
/// <param name="Environment">The environment's variables.</param>
/// <param name="WorkingFolder">Where to look last.</param>
public sealed record SettingsSource(string? File, IReadOnlyDictionary<string, string> Environment, string WorkingFolder)
{
    private const string FileName = "kontor.json";
    private const string Prefix = "KONTOR__";
    private const string DataVariable = "KONTOR_DATA";
    private const string KeyVariable = "KONTOR_KEY_FILE";

    /// <summary>Gets the folder of the database.</summary>
    public string DataFolder => Variable(DataVariable) ?? Path.Combine(Home, ".local", "share", "kontor");

    /// <summary>Gets the database file.</summary>
    public string DatabasePath => Path.Combine(DataFolder, "kontor.db");

    /// <summary>Gets the file of the key of all secrets, where the settings name none.</summary>
    public string KeyFile => Variable(KeyVariable) ?? Path.Combine(Home, ".config", "kontor", "kek-1");

    private static string Home => System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);

    /// <summary>What this process was started with.</summary>
    public static SettingsSource OfProcess(string? file) => new(
        file,
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""),
        Directory.GetCurrentDirectory());

    /// <summary>Reads and checks everything.</summary>
    public SettingsOutcome Read()
    {
        var (root, errors, settings) = (new SettingNode(), new List<string>(), new KontorSettings());
        if (Found() is { } path && SettingsFile.Read(path, root) is { } unreadable)
        {
            return new SettingsOutcome(settings, [unreadable]);
        }

        TakeEnvironment(root);
        new SettingsBinder(errors).Bind(root, settings, "");
        settings.Secrets.KeyFile = string.IsNullOrEmpty(settings.Secrets.KeyFile) ? KeyFile : settings.Secrets.KeyFile;
        // A rule about a value that could not be read would only repeat what was said.
        var said = errors.Select(KeyOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new SettingsOutcome(settings, [.. errors, .. SettingsRules.Faults(settings).Where(fault => !said.Contains(KeyOf(fault)))]);
    }

    /// <summary>The key a sentence is about: its first word.</summary>
    private static string KeyOf(string sentence) => sentence.Split(' ')[0].TrimEnd(SettingNode.Separator);

    private string? Found() => File ?? new[] { Path.Combine(DataFolder, FileName), Path.Combine(WorkingFolder, FileName) }.FirstOrDefault(System.IO.File.Exists);

    private string? Variable(string name) => Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private void TakeEnvironment(SettingNode root)
    {
        foreach (var (name, value) in Environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            root.Set(name[Prefix.Length..].Split("__"), value);
        }
    }
}

/// <summary>The settings, and every sentence about what is wrong with them.</summary>
/// <param name="Settings">The settings, to be used when nothing is wrong.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record SettingsOutcome(KontorSettings Settings, IReadOnlyList<string> Faults);
