using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;

namespace Kontor.Engine.Compute.Login;

/// <summary>A secret that an operation carries to its machine, sealed for as long as it is under way.</summary>
[Table("pending_secret")]
internal sealed record PendingSecret
{
    [Column("operation_id"), PrimaryKey(0)]
    public OperationId OperationId { get; init; }

    /// <summary>Gets which of the operation's secrets it is: one of <see cref="PendingSecrets"/>' names.</summary>
    [Column("what"), PrimaryKey(1)]
    public required string What { get; init; }

    /// <summary>Gets the source whose secret it is.</summary>
    [Column("owner")]
    public required string Owner { get; init; }

    [Column("sealed")]
    public required byte[] Sealed { get; init; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The secrets that operations carry; they are gone when their operation is over.</summary>
public sealed class PendingSecrets(SecretBox box)
{
    /// <summary>The password that is to be set.</summary>
    public const string Password = "password";

    /// <summary>What cloud-init is to run, which may hold any secret.</summary>
    public const string UserData = "user-data";

    private const string Purpose = "kontor wish";

    /// <summary>One secret by its name, or none.</summary>
    internal static IReadOnlyDictionary<string, SecretText> Of(string what, SecretText? secret) =>
        secret is null ? new Dictionary<string, SecretText>() : new Dictionary<string, SecretText> { [what] = secret };

    /// <summary>Keeps a secret, sealed.</summary>
    internal async Task KeepAsync(UnitOfWork unit, string owner, OperationId operation, string what, SecretText secret) =>
        await unit.Db.InsertAsync(new PendingSecret
        {
            OperationId = operation,
            What = what,
            Owner = owner,
            Sealed = await box.SealAsync(unit, PlaceOf(owner, operation, what), secret),
            CreatedAt = unit.Now,
        });

    /// <summary>Opens a secret; null when the operation carries none of that name.</summary>
    internal async Task<SecretText?> OpenAsync(UnitOfWork unit, OperationId operation, string what)
    {
        var row = await unit.Db.GetTable<PendingSecret>().FirstOrDefaultAsync(one => one.OperationId == operation && one.What == what);
        return row is null ? null : await box.OpenAsync(unit, PlaceOf(row.Owner, operation, what), row.Sealed);
    }

    /// <summary>Forgets all that an operation carried.</summary>
    internal static Task WipeAsync(UnitOfWork unit, OperationId operation) =>
        unit.Db.GetTable<PendingSecret>().Where(row => row.OperationId == operation).DeleteAsync();

    /// <summary>What stands for secrets where a request is told from another: nobody can guess a password by trying hashes.</summary>
    /// <returns>Null when there are none, as with most requests.</returns>
    internal async Task<IReadOnlyList<string>?> DigestAsync(UnitOfWork unit, string owner, IReadOnlyDictionary<string, SecretText> secrets)
    {
        var digests = new List<string>();
        foreach (var (what, secret) in secrets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            digests.Add(Convert.ToHexStringLower(await box.DeriveAsync(unit, owner, Purpose, what, secret.Reveal())));
        }

        return digests.Count > 0 ? digests : null;
    }

    private static SecretPlace PlaceOf(string owner, OperationId operation, string what) => new(owner, "pending_secret", $"{operation}/{what}", "sealed");
}
