using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace Kontor.Engine.Privacy;

/// <summary>
/// How the person behind a billing system's client is reached. The one table with personal data: everything else knows the
/// client by its number there, and forgetting a person is emptying a row.
/// </summary>
[Table("data_subject")]
public sealed record DataSubject
{
    [Column("source"), PrimaryKey(0)]
    public required string Source { get; init; }

    /// <summary>Gets the client there.</summary>
    [Column("client"), PrimaryKey(1)]
    public required string Client { get; init; }

    /// <summary>Gets the e-mail address as it was given; null when it was erased.</summary>
    [Column("email")]
    public string? Email { get; init; }

    /// <summary>Gets the address in the form in which it is searched.</summary>
    [Column("email_key")]
    public string? EmailKey { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    [Column("erased_at")]
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The form in which addresses are compared.</summary>
    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();
}

/// <summary>The rows of data subjects. Nothing of them is ever written anywhere else.</summary>
public static class DataSubjectStore
{
    /// <summary>Keeps an address, or forgets the one there was.</summary>
    public static async Task PutAsync(UnitOfWork unit, string source, string client, string? email)
    {
        var known = await unit.Db.GetTable<DataSubject>().FirstOrDefaultAsync(row => row.Source == source && row.Client == client);
        await unit.Db.InsertOrReplaceAsync(new DataSubject
        {
            Source = source,
            Client = client,
            Email = email,
            EmailKey = email is null ? null : DataSubject.KeyOf(email),
            CreatedAt = known?.CreatedAt ?? unit.Now,
            ErasedAt = email is null ? unit.Now : null,
        });
    }

    /// <summary>The clients whose address begins so.</summary>
    public static Task<List<DataSubject>> FindByEmailAsync(DataConnection db, TextRange email, string? source, int limit, CancellationToken cancellationToken) =>
        (source is null ? db.GetTable<DataSubject>() : db.GetTable<DataSubject>().Where(row => row.Source == source))
            .Where(row => TextRange.Has(row.EmailKey, email.First, email.End))
            .OrderBy(row => row.EmailKey)
            .Take(limit)
            .ToListAsync(cancellationToken);
}
