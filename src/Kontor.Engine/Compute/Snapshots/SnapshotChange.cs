using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Snapshots;

/// <summary>What the changes to a machine's snapshots have in common.</summary>
/// <param name="reader">Reads the snapshots there are.</param>
/// <param name="options">How long it may take.</param>
public abstract class SnapshotChange(SnapshotReader reader, ComputeOptions options) : InstanceChange
{
    public override string Family => "snapshot";

    public override Right Right => Right.Snapshots;

    public override TimeSpan Patience => Options.SnapshotDeadline;

    public override TimeSpan? Duration => Options.SnapshotDeadline;

    public override TimeSpan LookEvery => Options.LookEvery;

    /// <summary>Gets what reads the snapshots there are.</summary>
    protected SnapshotReader Reader { get; } = reader;

    /// <summary>Gets how long it may take.</summary>
    protected ComputeOptions Options { get; } = options;

    /// <summary>Whether a machine of this status stands still enough; what was never read may.</summary>
    protected Problem? WrongStatus(InstanceRow mirror) => mirror.Status is null or "running" or "stopped"
        ? null
        : ComputeProblems.WrongStatus(Name, mirror.Status);

    /// <summary>The bytes of a wish in its intent.</summary>
    protected static byte[] BytesOf<T>(T wish) => JsonSerializer.SerializeToUtf8Bytes(wish, StorageJson.Options);

    /// <summary>The wish that an intent carries.</summary>
    protected static T WishOf<T>(Intent intent) => JsonSerializer.Deserialize<T>(intent.Body, StorageJson.Options)!;
}
