using Kontor.Engine.Audit;
using Kontor.Engine.Recovery;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kontor.Engine.Tests.Recovery;

/// <summary>With the head noted outside the database, whatever is done to the trail is found, and so is a database that is not the newest.</summary>
public sealed class SignedHeadTests : IAsyncLifetime
{
    private BackupRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SignedHeadFile File => new(_room.KeyFilePath);

    private string NotePath => Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(_room.KeyFilePath)!, "*.audit-head-*"));

    public async ValueTask InitializeAsync()
    {
        _room = await BackupRoom.OpenAsync();
        for (var n = 1; n <= 9; n++)
        {
            await _room.WriteAsync($"thing{n}");
        }
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Before_the_first_note_nothing_is_amiss()
    {
        Assert.Equal(Agreement.NeverNoted, await CompareAsync());
        Assert.True((await new CompareSignedHeadHandler(_room.Database, _room.Keys).HandleAsync(File, Cancel)).IsSound);
    }

    [Fact]
    public async Task A_database_agrees_with_what_was_noted_and_still_does_when_it_has_grown()
    {
        await NoteAsync();
        Assert.Equal(Agreement.Agrees, await CompareAsync());

        await _room.WriteAsync("more");

        Assert.Equal(Agreement.Agrees, await CompareAsync());
    }

    [Theory]
    [InlineData("a row is edited", "UPDATE audit SET detail='{}' || ' ' WHERE sequence=5")]
    [InlineData("a row is deleted", "DELETE FROM audit WHERE sequence=5")]
    [InlineData("a row is put in", "INSERT INTO audit SELECT 10, at, actor, action, about, detail, hash, hash FROM audit WHERE sequence=9")]
    [InlineData("two rows change places", "UPDATE audit SET sequence=-4 WHERE sequence=4; UPDATE audit SET sequence=4 WHERE sequence=5; UPDATE audit SET sequence=5 WHERE sequence=-4")]
    [InlineData("the tail is cut off", "DELETE FROM audit WHERE sequence>=8")]
    public async Task Each_way_to_tamper_with_the_trail_is_found(string how, string sql)
    {
        await NoteAsync();

        await ExecuteAsync(sql);

        Assert.True(await IsFoundAsync(), how);
    }

    [Fact]
    public async Task A_trail_rewritten_from_a_changed_row_to_its_end_is_found()
    {
        await NoteAsync();

        await RewriteAsync(from: 5);

        Assert.True((await _room.VerifyAsync()).Intact, "the forgery is not good enough");
        Assert.Equal(Agreement.Differs, await CompareAsync());
    }

    [Fact]
    public async Task A_trail_cut_off_and_grown_again_is_found()
    {
        await NoteAsync();
        await ExecuteAsync("DELETE FROM audit WHERE sequence>=6");

        for (var n = 0; n < 12; n++)
        {
            await _room.WriteAsync($"grown{n}");
        }

        Assert.True((await _room.VerifyAsync()).Intact, "the forgery is not good enough");
        Assert.Equal(Agreement.Differs, await CompareAsync());
    }

    [Fact]
    public async Task A_restored_backup_is_older_than_what_was_noted()
    {
        var made = await _room.BackUpAsync();
        await _room.WriteAsync("after the backup");
        await NoteAsync();
        _room.Stop();

        _room.Restore(made.Path);

        await _room.StartAsync();
        // The very first note made the database remember that there is one; an older copy may not know of it.
        Assert.Equal(Agreement.Older, await CompareAsync());
    }

    [Fact]
    public async Task A_copy_without_the_file_beside_the_key_is_noticed()
    {
        await NoteAsync();
        System.IO.File.Delete(NotePath);

        Assert.Equal(Agreement.Missing, await CompareAsync());
    }

    [Theory]
    [InlineData("\"rows\":9", "\"rows\":8")]
    [InlineData("{", "")]
    [InlineData("\"signature\":\"", "\"signature\":\"00")]
    public async Task A_changed_note_is_noticed(string part, string changed)
    {
        await NoteAsync();
        var text = await System.IO.File.ReadAllTextAsync(NotePath, Cancel);
        Assert.Contains(part, text, StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(NotePath, text.Replace(part, changed, StringComparison.Ordinal), Cancel);

        Assert.Equal(Agreement.Forged, await CompareAsync());
    }

    [Theory]
    [InlineData("recovery.head_noted/before")]
    [InlineData("recovery.head_noted/uncommitted")]
    [InlineData("recovery.head_noted/committed")]
    public async Task A_process_that_dies_at_its_first_note_leaves_nothing_that_looks_amiss(string where)
    {
        using (var dying = new Database($"Data Source={_room.DatabasePath};Pooling=False", _room.Clock, new DiesAt(where)))
        {
            await Assert.ThrowsAsync<DiesAt.Death>(() => new NoteSignedHeadHandler(dying, _room.Keys, _room.Clock).HandleAsync(File, Cancel));
        }

        Assert.True((await Compare.HandleAsync(File, Cancel)).IsSound);
        await Loop().LookAsync(File, Cancel);
        Assert.Equal(Agreement.Agrees, await CompareAsync());
        Assert.Empty(await OpenTasksAsync());
    }

    [Fact]
    public async Task Where_the_folder_of_the_key_takes_no_note_that_is_said()
    {
        await NoteAsync();
        var path = NotePath;
        await _room.WriteAsync("more");
        // A folder in its place: nobody can write a file there, not even root.
        System.IO.File.Delete(path);
        Directory.CreateDirectory(path);

        var refused = await Assert.ThrowsAsync<KeyFileException>(NoteAsync);

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_another_installation_is_noticed()
    {
        await NoteAsync();
        System.IO.File.Copy(NotePath, File.PathOf("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        await ExecuteAsync("UPDATE installation SET id='01ARZ3NDEKTSV4RRFFQ69G5FAV'");

        Assert.Equal(Agreement.Forged, await CompareAsync());
    }

    [Fact]
    public async Task A_database_that_is_not_the_noted_one_is_a_task_until_a_person_accepts_it_and_the_note_stays()
    {
        var made = await _room.BackUpAsync();
        await _room.WriteAsync("after the backup");
        await Loop().LookAsync(File, Cancel);
        _room.Stop();
        _room.Restore(made.Path);
        await _room.StartAsync();
        var noted = await System.IO.File.ReadAllTextAsync(NotePath, Cancel);

        await Loop().LookAsync(File, Cancel);
        await Loop().LookAsync(File, Cancel);

        Assert.Equal(noted, await System.IO.File.ReadAllTextAsync(NotePath, Cancel));
        Assert.Contains("older copy", Assert.Single(await OpenTasksAsync()).Detail, StringComparison.Ordinal);

        var was = await new AcceptDatabaseHandler(Compare, Note(), _room.Database).HandleAsync(File, BackupRoom.Person, Cancel);

        Assert.Equal(Agreement.Differs, was.Agreement);
        Assert.Empty(await OpenTasksAsync());
        Assert.Equal(Agreement.Agrees, await CompareAsync());
    }

    [Fact]
    public async Task A_database_that_is_the_noted_one_is_noted_each_time_and_nobody_is_asked()
    {
        var loop = Loop();
        await loop.LookAsync(File, Cancel);
        await _room.WriteAsync("more");

        await loop.LookAsync(File, Cancel);

        var head = (await _room.VerifyAsync()).Head;
        Assert.Contains(head, await System.IO.File.ReadAllTextAsync(NotePath, Cancel), StringComparison.Ordinal);
        Assert.Empty(await OpenTasksAsync());
    }

    private CompareSignedHeadHandler Compare => new(_room.Database, _room.Keys);

    private NoteSignedHeadHandler Note() => new(_room.Database, _room.Keys, _room.Clock);

    private SignedHeadLoop Loop() => new(
        Compare, Note(), _room.Database, new TaskStore(_room.Database, _room.Ids), _room.Clock, NullLogger<SignedHeadLoop>.Instance);

    private Task<List<TaskRow>> OpenTasksAsync() =>
        new TaskStore(_room.Database, _room.Ids).ListAsync(new TaskFilter(OnlyOpen: true, Limit: 10), Cancel);

    private Task NoteAsync() => new NoteSignedHeadHandler(_room.Database, _room.Keys, _room.Clock).HandleAsync(File, Cancel);

    private async Task<Agreement> CompareAsync() =>
        (await new CompareSignedHeadHandler(_room.Database, _room.Keys).HandleAsync(File, Cancel)).Agreement;

    private async Task<bool> IsFoundAsync() =>
        !(await _room.VerifyAsync()).Intact || await CompareAsync() is not Agreement.Agrees;

    private Task ExecuteAsync(string sql) => _room.Database.WriteAsync("test.tampered", unit => unit.Db.ExecuteAsync(sql, Cancel), Cancel);

    /// <summary>What somebody does who can write the file and knows how the hashes are made.</summary>
    private Task RewriteAsync(long from) => _room.Database.WriteAsync(
        "test.rewritten",
        async unit =>
        {
            var rows = await unit.Db.GetTable<AuditRow>().OrderBy(row => row.Sequence).ToListAsync(Cancel);
            var previous = rows.First(row => row.Sequence == from - 1).Hash;
            foreach (var row in rows.Where(row => row.Sequence >= from))
            {
                var forged = new AuditRow
                {
                    Sequence = row.Sequence,
                    At = row.At,
                    Actor = row.Actor,
                    Action = row.Sequence == from ? "test.forged" : row.Action,
                    About = row.About,
                    Detail = row.Detail,
                    PreviousHash = previous,
                };
                previous = forged.Hash = AuditTrail.HashOf(forged);
                await unit.Db.UpdateAsync(forged);
            }
        },
        Cancel);
}
