using System.Text.Json.Serialization;

namespace Kontor.Api.Compute;

/// <summary>Where a wish for many machines stands.</summary>
public enum BulkState
{
    /// <summary>Machines are under way, or wait for a slot.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It was stopped; those under way go on.</summary>
    [JsonStringEnumMemberName("stopping")]
    Stopping,

    /// <summary>It was stopped, and nothing is under way any more.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Each machine has its result.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}

/// <summary>Where one machine of a wish for many stands.</summary>
public enum BulkItemState
{
    /// <summary>It waits for a slot.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Its operation is under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Its operation succeeded.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>It was refused, or its operation failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It had not begun when the whole was stopped.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
