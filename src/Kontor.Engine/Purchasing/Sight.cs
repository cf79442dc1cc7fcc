using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Purchasing;

/// <summary>
/// What an actor sees of what was sold: a source its own subjects, a client of it those that were sold to that client. The
/// rest is answered exactly like what is absent.
/// </summary>
internal static class Sight
{
    /// <summary>Whether an actor sees a subject.</summary>
    public static bool Sees(Actor actor, Subject subject) =>
        (actor.Source is null || subject.Source == actor.Source) && (actor.Client is null || subject.Client == actor.Client);

    /// <summary>Whether an actor sees what serves a subject of a source.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="source">The source; null when it serves none, which only staff see.</param>
    /// <param name="subject">The subject.</param>
    public static async Task<bool> SeesAsync(DataConnection db, Actor actor, string? source, SubjectId? subject) =>
        (actor.Source is null || actor.Source == source)
        && (actor.Client is null || (subject is { } id && await IsClientsAsync(db, actor.Client, id)));

    private static Task<bool> IsClientsAsync(DataConnection db, string client, SubjectId subject) =>
        db.GetTable<Subject>().AnyAsync(row => row.Id == subject && row.Client == client);
}
