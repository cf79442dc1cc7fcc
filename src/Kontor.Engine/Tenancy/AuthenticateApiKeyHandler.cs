using System.Security.Cryptography;
using System.Text;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tenancy;

/// <summary>Says whose key it is that a request carries. It writes nothing, so it costs a request one read.</summary>
public sealed class AuthenticateApiKeyHandler(Database database, TimeProvider clock)
{
    /// <summary>Compared against where no key has the id, so that the answer takes as long as for a wrong secret.</summary>
    private static readonly string NoHash = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>Finds the live key behind a token; unknown, wrong, expired and revoked all get the one problem.</summary>
    public async Task<Result<ApiKey>> HandleAsync(string? token, CancellationToken cancellationToken)
    {
        if (!ApiKeyToken.TryParse(token, out var parsed))
        {
            return TenancyProblems.KeyRefused();
        }

        var row = await database.ReadAsync(
            db => db.GetTable<ApiKeyRow>().FirstOrDefaultAsync(key => key.Id == parsed.Id, cancellationToken), cancellationToken);
        var fits = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(parsed.SecretHash()), Encoding.ASCII.GetBytes(row?.SecretHash ?? NoHash));
        return fits && row?.ToKey() is { } key && key.IsLive(clock.GetUtcNow()) ? key : TenancyProblems.KeyRefused();
    }
}
