using Kontor.Engine.Common;

namespace Kontor.Engine.Purchasing;

/// <summary>This run of this process. An intent names the run that sends it; a run that ended never sends again.</summary>
public sealed class ProcessRun(IIdSource ids)
{
    /// <summary>Gets the id of the run; no two runs share one.</summary>
    public string Id { get; } = ids.NewId();

    /// <summary>Whether the run that owns an intent has certainly ended.</summary>
    /// <remarks>On SQLite one process holds the database, so every other run has.</remarks>
    public bool HasEnded(string owner) => owner != Id;
}
