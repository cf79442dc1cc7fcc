using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Secrets;

/// <summary>Opens the key file of a server at its start, and refuses one with which it could not open what it has sealed.</summary>
public sealed class OpenKeyFileHandler(Database database, IIdSource ids)
{
    /// <summary>Opens it; a new one is made where the database has nothing sealed yet.</summary>
    /// <param name="path">The key file.</param>
    /// <param name="dataFolder">The folder of the database, in which the key must not be.</param>
    /// <param name="cancellationToken">Stops the wait for the database.</param>
    /// <exception cref="KeyFileException">It cannot or must not be used; the message is one sentence with the cure.</exception>
    public async Task<KeyRing> HandleAsync(string path, string dataFolder, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(path);
        if (RealPath.Of(file).StartsWith(RealPath.Of(dataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new KeyFileException(
                $"The key file {file} is inside the data folder, so whoever copies the data has the key too: move it out, "
                + "and set Secrets:KeyFile (KONTOR_KEY_FILE) to its new place.");
        }

        var wrappedWith = await database.ReadAsync(
            db => db.GetTable<DataKeyRow>().Select(row => row.KekId).Distinct().ToListAsync(cancellationToken), cancellationToken);
        var ring = KeyRing.Open(file, mayCreate: wrappedWith.Count == 0, ids);
        return wrappedWith.Find(id => ring.Find(id) is null) is { } other
            ? throw new KeyFileException(
                $"The key file {file} holds {ring.Key.Id} and the database's secrets are sealed with {other}: put that file back from its copy, "
                + "or set Secrets:KeyFile (KONTOR_KEY_FILE) to where it is.")
            : ring;
    }
}
