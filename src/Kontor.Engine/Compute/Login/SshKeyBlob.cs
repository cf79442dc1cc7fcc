using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Login;

/// <summary>The inside of a public key (RFC 4253, 5656, 8709 and OpenSSH's PROTOCOL.u2f): it must be what its first word says.</summary>
internal static class SshKeyBlob
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 16384;
    private const int Ed25519Bytes = 32;

    /// <summary>The bytes of an uncompressed point of each curve.</summary>
    private static readonly Dictionary<string, int> Curves = new() { ["nistp256"] = 65, ["nistp384"] = 97, ["nistp521"] = 133 };

    /// <summary>Judges a key.</summary>
    /// <param name="type">The word in front of it.</param>
    /// <param name="base64">The key.</param>
    /// <param name="field">The path of the field it came in.</param>
    public static Result<bool> Check(string type, string base64, string field)
    {
        var fields = Rules(type);
        if (fields is null)
        {
            return ComputeProblems.Field(
                field,
                $"{field} begins with no type of key that is accepted: ssh-ed25519, ecdsa-sha2-nistp256, -nistp384 or -nistp521, ssh-rsa, sk-ssh-ed25519@openssh.com or sk-ecdsa-sha2-nistp256@openssh.com, without options in front.");
        }

        if (!TryDecode(base64, out var blob))
        {
            return ComputeProblems.Field(field, $"{field} has no base64 after its type: it was cut or broken on its way.");
        }

        var read = new Reader(blob);
        if (read.Text() != type || !fields.All(check => check(read)) || !read.AtEnd)
        {
            return ComputeProblems.Field(field, $"{field} is not the {type} that it says it is: it was cut or broken on its way.");
        }

        return read.RsaBits is { } bits and (< LeastRsaBits or > MostRsaBits)
            ? ComputeProblems.Field(field, $"{field} is an RSA key of {bits} bits; {LeastRsaBits} to {MostRsaBits} are accepted.")
            : true;
    }

    private static Func<Reader, bool>[]? Rules(string type) => type switch
    {
        "ssh-ed25519" => [Ed25519],
        "ssh-rsa" => [Exponent, Modulus],
        "ecdsa-sha2-nistp256" or "ecdsa-sha2-nistp384" or "ecdsa-sha2-nistp521" => [Point(type["ecdsa-sha2-".Length..])],
        "sk-ssh-ed25519@openssh.com" => [Ed25519, Application],
        "sk-ecdsa-sha2-nistp256@openssh.com" => [Point("nistp256"), Application],
        _ => null,
    };

    private static bool Ed25519(Reader read) => read.Next() is { Length: Ed25519Bytes };

    private static Func<Reader, bool> Point(string curve) => read =>
        read.Text() == curve && read.Next() is [4, ..] point && point.Length == Curves[curve];

    private static bool Application(Reader read) => read.Next() is { Length: > 0 };

    private static bool Exponent(Reader read) => read.Next() is { Length: > 0 } bytes && Positive(bytes) is { IsEven: false } exponent && exponent > 1;

    private static bool Modulus(Reader read)
    {
        if (read.Next() is not { Length: > 0 } bytes || Positive(bytes) is not { IsEven: false } modulus)
        {
            return false;
        }

        read.RsaBits = (int)modulus.GetBitLength();
        return true;
    }

    /// <summary>A number as SSH writes them; null when it is negative.</summary>
    private static BigInteger? Positive(byte[] bytes) => new BigInteger(bytes, isBigEndian: true) is { Sign: > 0 } number ? number : null;

    private static bool TryDecode(string base64, out byte[] blob)
    {
        blob = new byte[base64.Length];
        var decoded = Convert.TryFromBase64String(base64, blob, out var length);
        blob = blob[..length];
        return decoded && Convert.ToBase64String(blob) == base64;
    }

    /// <summary>Reads lengths and bytes; past the end there is nothing.</summary>
    private sealed class Reader(byte[] blob)
    {
        private int _at;

        public bool AtEnd => _at == blob.Length;

        public int? RsaBits { get; set; }

        public string? Text() => Next() is { } bytes ? Encoding.ASCII.GetString(bytes) : null;

        public byte[]? Next()
        {
            if (blob.Length - _at < sizeof(uint))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(blob.AsSpan(_at));
            if (length > blob.Length - _at - sizeof(uint))
            {
                return null;
            }

            var from = _at + sizeof(uint);
            _at = from + (int)length;
            return blob[from.._at];
        }
    }
}
