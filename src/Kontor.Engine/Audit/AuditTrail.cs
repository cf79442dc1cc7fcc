using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Audit;

/// <summary>Who did what, written in the transaction that does it, each row bound to the one before by its hash.</summary>
public static class AuditTrail
{
    /// <summary>The hash before the first row.</summary>
    public const string Root = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Appends a row; the only way a state change may be recorded.</summary>
    /// <param name="unit">The transaction of the change itself.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What was done, <c>capability.fact</c>.</param>
    /// <param name="about">The id of the thing it was done to.</param>
    /// <param name="detail">The facts; never a secret, never a personal name.</param>
    public static async Task AppendAsync(UnitOfWork unit, Actor actor, string action, string? about, object detail)
    {
        var last = await unit.Db.GetTable<AuditRow>()
            .OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Hash })
            .FirstOrDefaultAsync();
        var row = new AuditRow
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            At = unit.Now,
            Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
            Action = action,
            About = about,
            Detail = JsonSerializer.Serialize(detail, StorageJson.Options),
            PreviousHash = last?.Hash ?? Root,
        };
        row.Hash = HashOf(row);
        await unit.Db.InsertAsync(row);
    }

    /// <summary>The hash a row must have: over every field and the hash before it, each length-prefixed.</summary>
    internal static string HashOf(AuditRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, row.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, row.At.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, row.Actor);
        Append(hash, row.Action);
        Append(hash, row.About ?? "");
        Append(hash, row.Detail);
        Append(hash, row.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
