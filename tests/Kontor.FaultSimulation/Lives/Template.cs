using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>The database every run begins with: migrated, with the default catalogue and one installation.</summary>
internal sealed class Template : IDisposable
{
    public Template()
    {
        Database = new TemplateDatabase(Fill);
    }

    public TemplateDatabase Database { get; }

    public Installation Installation { get; private set; } = null!;

    public void Dispose() => Database.Dispose();

    private void Fill(string connectionString)
    {
        var ids = new SimIds(SimWorld.Seeded(1));
        using var database = new Database(connectionString, new SimTime(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)), NoCheckpoints.Instance);
        Installation = Done(Installation.OpenAsync(database, ids, simulated: true, CancellationToken.None));
        Done(new EnsureDefaultCatalogHandler(new ImportCatalogHandler(database, ids)).HandleAsync(CancellationToken.None));
    }

    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
