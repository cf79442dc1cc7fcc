using System.Text;
using System.Text.Json.Nodes;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>
/// The real engine on a real database file, before the simulated cloud. Time stands still until a test lets it pass, and
/// workers work only then; the process may be killed and started again on the same file.
/// </summary>
internal sealed class EngineFixture : IDisposable
{
    private static readonly Lazy<byte[]> Template = new(MakeTemplate);
    private readonly TestDatabase _file = new(content: Template.Value);
    private readonly List<EngineProcess> _processes = [];
    private readonly SequentialIds _ids = new();
    private readonly AccountSettings _credentials;

    public EngineFixture(ICheckpoints? checkpoints = null, AccountSettings? credentials = null, SimulatorOptions? cloud = null)
    {
        _credentials = credentials ?? AccountSettings.Demo;
        Cloud = new SimulatedCloud(Clock, cloud);
        Wire = new Wire(Cloud);
        Start(checkpoints);
    }

    public FakeTimeProvider Clock => _file.Clock;

    /// <summary>Gets the provider; its purchase log says what was bought, whatever our rows say.</summary>
    public SimulatedCloud Cloud { get; }

    public Wire Wire { get; }

    /// <summary>Gets the database for looking into: no process writes through this one.</summary>
    public Database Rows => _file.Database;

    /// <summary>Gets the files of the database, to look for what must not be in them.</summary>
    public IEnumerable<string> Files => new[] { "", "-wal" }
        .Select(suffix => new SqliteConnectionStringBuilder(_file.ConnectionString).DataSource + suffix)
        .Where(File.Exists);

    /// <summary>Gets the running process.</summary>
    public EngineProcess Process => _processes[^1];

    public T Get<T>()
        where T : notnull => Process.Get<T>();

    /// <summary>Starts a process on the same file; the one before is over, whether it ended well or was killed.</summary>
    public void Start(ICheckpoints? checkpoints = null) => _processes.Add(
        new EngineProcess(_file.ConnectionString, Clock, _ids, checkpoints ?? NoCheckpoints.Instance, Wire, _credentials));

    /// <summary>How often the cloud was asked to do something, answered or not.</summary>
    public int Calls(string operation) => Cloud.Requests.Count(request => request.OperationId == operation);

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        Wire.Dispose();
        _file.Dispose();
    }

    /// <summary>A database with a catalogue: reading that in takes longer than most tests.</summary>
    private static byte[] MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("kontor-template-").FullName;
        var path = Path.Combine(folder, "template.db");
        using (var file = DatabaseFile.Open(path))
        using (var database = new Database(file.ConnectionString, new FakeTimeProvider(), NoCheckpoints.Instance))
        {
            var import = new ImportCatalogHandler(database, new SequentialIds());
            using var catalogue = CatalogueBeyondTheCloud();
            Assert.Null(import.HandleAsync(catalogue, Actor.Kontor("test"), CancellationToken.None).GetAwaiter().GetResult().Problem);
        }

        var content = File.ReadAllBytes(path);
        Directory.Delete(folder, recursive: true);
        return content;
    }

    /// <summary>
    /// The catalogue that ships with Kontor, one term that the simulated cloud refuses (V8 for 24 months), and images: of Windows,
    /// a huge one, and one that the cloud does not have.
    /// </summary>
    private static MemoryStream CatalogueBeyondTheCloud()
    {
        using var shipped = EnsureDefaultCatalogHandler.OpenDefault();
        var catalogue = JsonNode.Parse(shipped)!;
        var plan = catalogue["priceLists"]![0]!["products"]!.AsArray().Single(row => (string?)row!["product"] == "V8")!;
        plan["prices"]!.AsArray().Add(new JsonObject { ["region"] = "EU", ["months"] = 24, ["monthly"] = 25, ["setup"] = 0 });
        foreach (var (id, system) in new[] { (Access.Windows, "Windows"), (Access.Huge, "Linux"), (Access.Withdrawn, "Linux") })
        {
            var image = catalogue["images"]![0]!.DeepClone();
            (image["id"], image["name"], image["osType"]) = (id, $"{system} {id[..4]}", system);
            catalogue["images"]!.AsArray().Add(image);
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(catalogue.ToJsonString()));
    }
}
