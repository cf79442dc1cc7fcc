using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Recovery;

/// <summary>
/// Notes outside the database how far its audit trail has come, as long as it is the one that was noted before. If it is
/// not, the note stays as it is, for evidence, and a person is asked.
/// </summary>
public sealed class SignedHeadLoop(
    CompareSignedHeadHandler compare, NoteSignedHeadHandler note, Database database, TaskStore tasks, TimeProvider clock, ILogger<SignedHeadLoop> log)
{
    /// <summary>The kind of the task that a database is which is not the noted one.</summary>
    public const string TaskKind = "database_differs";

    internal const string About = "database";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly Actor Self = Actor.Kontor("recovery");

    /// <summary>Goes around until cancelled.</summary>
    public Task RunAsync(SignedHeadFile file, CancellationToken cancellationToken) => Rounds.RunAsync(
        () => Rounds.TryAsync(() => LookAsync(file, cancellationToken), log.NotNoted), Every, clock, cancellationToken);

    /// <summary>Compares once, and notes or asks.</summary>
    public async Task LookAsync(SignedHeadFile file, CancellationToken cancellationToken)
    {
        var verdict = await compare.HandleAsync(file, cancellationToken);
        if (verdict.IsSound)
        {
            await note.HandleAsync(file, cancellationToken);
            return;
        }

        await database.WriteAsync("recovery.differs", unit => AskAsync(unit, verdict), cancellationToken);
    }

    /// <summary>Asks once: asking grows the trail too, and the first sentence is the one that helps.</summary>
    private async Task AskAsync(UnitOfWork unit, SignedHeadVerdict verdict)
    {
        if (await TaskStore.FindOpenAsync(unit, TaskKind, About) is null)
        {
            log.Differs(verdict.Sentence);
            await tasks.OpenAsync(unit, DiffersTask(unit, verdict), Self);
        }
    }

    private static NewTask DiffersTask(UnitOfWork unit, SignedHeadVerdict verdict) => new(TaskKind, About)
    {
        Title = "The database is not the one that ran here last",
        Detail = $"{verdict.Sentence} Compare its machines with Contabo's (kontor findings list); when it is the right one, run 'kontor audit accept'.",
        Consequence = "What an older copy does not know of may be bought again, and what was ended may be served again.",
        DeadlineAt = unit.Now + TimeSpan.FromHours(1),
    };
}
