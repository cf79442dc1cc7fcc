using System.Data.Common;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Storage;

/// <summary>Whether the database can be read and written, found out by doing both.</summary>
public sealed class DatabaseHealth(Database database, TimeProvider clock)
{
    /// <summary>Anyone may ask, and each answer costs the disk a write: one a second is enough.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private Answer? _last;

    /// <summary>Whether it was usable within the last second.</summary>
    public async Task<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Fresh)
        {
            return last.Usable;
        }

        var usable = await TryAsync(cancellationToken);
        _last = new Answer(now, usable);
        return usable;
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync("storage.probed", WriteNothingNewAsync, cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static async Task WriteNothingNewAsync(UnitOfWork unit)
    {
        var installation = await unit.Db.GetTable<Installation>().FirstAsync();
        await unit.Db.UpdateAsync(installation);
    }

    private sealed record Answer(DateTimeOffset At, bool Usable);
}
