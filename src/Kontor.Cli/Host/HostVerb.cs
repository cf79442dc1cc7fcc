namespace Kontor.Cli.Host;

/// <summary>A verb that another program in the folder of <c>kontor</c> carries out.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Summary">One sentence for the help page.</param>
/// <param name="Program">The file name of the program.</param>
/// <param name="NamesItself">Whether the program expects the verb as its first argument.</param>
internal sealed record HostVerb(string Name, string Summary, string Program = "kontor-server", bool NamesItself = true)
{
    /// <summary>Gets the host verbs of this release, in the order in which the help page lists them.</summary>
    public static IReadOnlyList<HostVerb> All { get; } =
    [
        new("serve", "Runs Kontor against a Contabo account or a simulated cloud."),
        new("demo", "Runs the whole of Kontor on this machine against a simulated cloud."),
        new("simulate", "Runs the simulated cloud alone.", "kontor-simulator", NamesItself: false),
        new("keys", "Creates, lists and revokes API keys."),
        new("catalog", "Shows and loads plans, regions and dated price lists."),
        new("audit", "Reads the audit trail and verifies its chain."),
        new("secrets", "Changes the key with which secrets are sealed."),
        new("backup", "Copies the whole database into one sealed file while the server runs."),
        new("restore", "Puts the database of a backup in place."),
        new("migrate", "Brings the database to the schema of this release."),
    ];

    /// <summary>The arguments the program gets, of all those that <c>kontor</c> got.</summary>
    public IEnumerable<string> ArgumentsFor(IReadOnlyList<string> all) => NamesItself ? all : all.Skip(1);
}
