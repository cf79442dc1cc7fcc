using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Demo;

public sealed class DatabaseOwnerTests : IDisposable
{
    private readonly string _folder = TestFolders.Take();

    private string Path => System.IO.Path.Combine(_folder, "kontor.db");

    public void Dispose() => TestFolders.Return(_folder);

    [Fact]
    public void Where_there_is_no_file_there_is_no_owner() => Assert.Null(DatabaseOwner.IsSimulated(Path));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_knows_whose_it_is(bool simulated)
    {
        using (var file = DatabaseFile.Open(Path))
        using (var database = new Database(file.ConnectionString, TimeProvider.System, NoCheckpoints.Instance))
        {
            await Installation.OpenAsync(database, new SystemIdSource(TimeProvider.System), simulated, TestContext.Current.CancellationToken);
        }

        Assert.Equal(simulated, DatabaseOwner.IsSimulated(Path));
    }

    [Fact]
    public void A_database_that_nobody_has_begun_to_use_is_no_simulated_one()
    {
        DatabaseFile.Open(Path).Dispose();

        Assert.False(DatabaseOwner.IsSimulated(Path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_no_simulated_one()
    {
        await File.WriteAllTextAsync(Path, "letters to my aunt", TestContext.Current.CancellationToken);

        Assert.False(DatabaseOwner.IsSimulated(Path));
    }
}
