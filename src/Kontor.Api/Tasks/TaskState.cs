using System.Text.Json.Serialization;

namespace Kontor.Api.Tasks;

/// <summary>Whether a task still waits for somebody.</summary>
public enum TaskState
{
    /// <summary>Nobody has dealt with it yet.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It was done, or its cause is gone.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>A person judged that nothing needs doing.</summary>
    [JsonStringEnumMemberName("dismissed")]
    Dismissed,
}
