using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>Secrets on a database of its own, with a key in memory.</summary>
internal sealed class SecretRoom : IDisposable
{
    public const string Password = "p4ssw0rd-of-root";

    public static readonly OperationId Operation = new("00000000000000000000000042");
    public static readonly Actor Person = new(ActorKind.ApiKey, "key-1", "shop");

    public SecretRoom()
    {
        Box = new SecretBox(new KeyInMemory(Key(1)), Ids);
        Links = new OneTimeLinkStore(Test.Database, Box, Ids);
        Reveal = new RevealSecretHandler(Test.Database, Box, Test.Clock);
    }

    public TestDatabase Test { get; } = new();

    public SequentialIds Ids { get; } = new();

    public SecretBox Box { get; }

    public OneTimeLinkStore Links { get; }

    public RevealSecretHandler Reveal { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A key that is told from others by a number.</summary>
    public static KeyEncryptionKey Key(byte number) => new([.. Enumerable.Repeat(number, KeyEncryptionKey.Length)]);

    public void Dispose() => Test.Dispose();

    public Task<byte[]> SealAsync(SecretPlace place, string text, SecretBox? box = null) =>
        Test.Database.WriteAsync("test.seal", unit => (box ?? Box).SealAsync(unit, place, new SecretText(text)), Cancel);

    public async Task<string> OpenAsync(SecretPlace place, byte[] envelope, SecretBox? box = null) =>
        (await Test.Database.WriteAsync("test.open", unit => (box ?? Box).OpenAsync(unit, place, envelope), Cancel)).Reveal();

    /// <summary>Keeps the password of an operation for an hour.</summary>
    public Task<string> KeepAsync(OperationId? operation = null, string source = "shop") => Test.Database.WriteAsync(
        "test.keep",
        unit => Links.AddAsync(
            unit,
            new NewOneTimeLink(source, "Password of root on web 1", new SecretText(Password), unit.Now.AddHours(1)) { OperationId = operation ?? Operation },
            Actor.Kontor("test")),
        Cancel);

    public Task<Result<MadeLink>> MakeAsync(string key = "link-1", string? source = "shop", OperationId? operation = null) =>
        new MakeLinkHandler(Test.Database, Box).HandleAsync(operation ?? Operation, source, key, Person, Cancel);

    /// <summary>Makes the link.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> TokenAsync(string key = "link-1") => (await MakeAsync(key)).Value.Path["/reveal/".Length..];

    public async Task<string?> RevealAsync(string token) => (await Reveal.RevealAsync(token, "192.0.2.7", Cancel))?.Reveal();

    public async Task<OneTimeLink> RowAsync() =>
        (await Test.Database.ReadAsync(db => db.GetTable<OneTimeLink>().ToListAsync(Cancel), Cancel)).Single();

    public Task<List<AuditRow>> AuditAsync() =>
        Test.Database.ReadAsync(db => db.GetTable<AuditRow>().OrderBy(row => row.Sequence).ToListAsync(Cancel), Cancel);
}
