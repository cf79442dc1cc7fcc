using System.Text.Json.Serialization;

namespace Kontor.Api.Compute;

/// <summary>How the term of a contract is known; Contabo does not tell it.</summary>
public enum TermSource
{
    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>Kontor bought the machine.</summary>
    [JsonStringEnumMemberName("known")]
    Known,

    /// <summary>A person entered it.</summary>
    [JsonStringEnumMemberName("entered")]
    Entered,
}
