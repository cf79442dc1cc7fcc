using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Recovery;

/// <summary>A person says that a database which is not the noted one is the right one from now on.</summary>
public sealed class AcceptDatabaseHandler(CompareSignedHeadHandler compare, NoteSignedHeadHandler note, Database database)
{
    /// <summary>Accepts it; nothing happens where there is nothing to accept.</summary>
    /// <returns>What was wrong before.</returns>
    /// <exception cref="KeyFileException">The note cannot be written.</exception>
    public async Task<SignedHeadVerdict> HandleAsync(SignedHeadFile file, Actor actor, CancellationToken cancellationToken)
    {
        var verdict = await compare.HandleAsync(file, cancellationToken);
        if (!verdict.IsSound)
        {
            await database.WriteAsync("recovery.accepted", unit => AcceptAsync(unit, verdict, actor), cancellationToken);
        }

        await note.HandleAsync(file, cancellationToken);
        return verdict;
    }

    private static async Task AcceptAsync(UnitOfWork unit, SignedHeadVerdict verdict, Actor actor)
    {
        await AuditTrail.AppendAsync(unit, actor, "recovery.accepted", null, new { Was = verdict.Sentence });
        await TaskStore.CompleteAsync(unit, SignedHeadLoop.TaskKind, SignedHeadLoop.About, "A person accepted the database.", actor);
    }
}
