using System.Text.Json.Serialization;

namespace Kontor.Api.Compute;

/// <summary>Why a machine's customer can do nothing with it. Where several reasons stand, the one that is hardest to get rid of is said.</summary>
public enum LockReason
{
    /// <summary>It is terminated and only runs out its paid term.</summary>
    [JsonStringEnumMemberName("terminated")]
    Terminated,

    /// <summary>It is suspended for abuse.</summary>
    [JsonStringEnumMemberName("abuse")]
    Abuse,

    /// <summary>It is suspended for want of payment.</summary>
    [JsonStringEnumMemberName("unpaid")]
    Unpaid,

    /// <summary>It is suspended for another reason.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,
}
