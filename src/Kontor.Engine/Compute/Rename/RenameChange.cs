using System.Text.Json;
using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Rename;

/// <summary>Changes the readable part of a machine's name. The name that is read back is the proof, and twice is as once.</summary>
/// <remarks>Our own row gets the label when the name was read back: until then the old one is what the machine is called.</remarks>
public sealed class RenameChange(TimeProvider clock, ComputeOptions options) : InstanceChange
{
    /// <summary>The word for it.</summary>
    public const string Word = "rename";

    public override string Name => Word;

    public override string Family => Word;

    public override Right Right => Right.Rename;

    public override Repetition Repetition => Repetition.Harmless;

    public override TimeSpan Patience => options.PowerDeadline;

    public override TimeSpan LookEvery => options.LookEvery;

    /// <summary>Whether a machine is being called something else just now.</summary>
    internal static async Task<bool> IsUnderWayAsync(UnitOfWork unit, Resource resource) =>
        await OperationStore.UnderWayAsync(unit.Db, resource.Id, $"instance.{Word}") is not null;

    /// <summary>A name is no use of the machine: one that is suspended may have another, one that ends keeps its own.</summary>
    public override Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene) => ChangeRules.TerminatingAsync(unit, scene.Resource);

    public override Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) =>
        Task.FromResult(seen.DisplayName == NameIn(scene) ? ChangeLook.AlreadySo($"The machine is called '{seen.DisplayName}'.") : ChangeLook.Ready);

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var name = NameIn(scene);
        return Task.FromResult(new ChangeCall(Name, JsonSerializer.SerializeToUtf8Bytes(new NameBody(name), StorageJson.Options), $"Calling machine {scene.Resource.ProviderId} '{name}'."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var body = JsonSerializer.Deserialize<NameBody>(intent.Body, StorageJson.Options)!;
        await client.Instances.RenameAsync(intent.Target!.Value.Value, body.DisplayName, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken) =>
        Task.FromResult(
            seen is null ? ChangeEffect.Unread
            : seen.DisplayName == NameIn(scene) ? ChangeEffect.Seen($"The machine is called '{seen.DisplayName}'.")
            : IsOverwritten(intent) ? ChangeEffect.Next($"The machine is called '{seen.DisplayName}' again: the name is sent once more.")
            : ChangeEffect.NotYet());

    public override async Task OnSucceededAsync(UnitOfWork unit, ChangeScene scene) =>
        await ResourceStore.SetLabelAsync(unit, scene.Resource.Id, scene.Input<NewLabel>().Label);

    /// <summary>A name shows within seconds: where it does not, somebody gave the machine another meanwhile.</summary>
    private bool IsOverwritten(Intent intent) =>
        intent.Outcome == IntentOutcome.Recorded && clock.GetUtcNow() >= intent.CreatedAt + (options.LookEvery * 12);

    /// <summary>The whole name: with the marker, unless the machine was adopted and never had one.</summary>
    private static string NameIn(ChangeScene scene)
    {
        var label = scene.Input<NewLabel>().Label;
        return scene.Resource.Marker is { } marker ? Marker.Parse(marker).DisplayName(label) : label;
    }

    private sealed record NameBody(string DisplayName);
}
