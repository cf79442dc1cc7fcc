using System.CommandLine;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

/// <summary>Which snapshot of the machine; its id means nothing without its machine's, so that the shell cannot complete it.</summary>
internal sealed class SnapshotId() : IdArgument("snapshot", "snapshots")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<(string, string)>();
}

internal sealed class ListSnapshots() : ListOf<SnapshotResponse>(
    "list", "Lists the machine's snapshots as Contabo has them now, oldest first.", "The machine has no snapshots.", All, new InstanceId())
{
    private static readonly Column<SnapshotResponse>[] All =
    [
        new("id", snapshot => snapshot.Id),
        new("name", snapshot => snapshot.Name),
        new("created", snapshot => snapshot.CreatedAt is { } at ? Cell.Instant(at) : null),
        new("expires", snapshot => snapshot.ExpiresAt is { } at ? Cell.Instant(at) : null),
        new("description", snapshot => snapshot.Description),
    ];

    protected override async IAsyncEnumerable<SnapshotResponse> ReadAsync(Invocation call, string id)
    {
        foreach (var snapshot in (await call.Client.Snapshots.ListAsync(id, call.Cancel)).Items)
        {
            yield return snapshot;
        }
    }
}

internal sealed class CreateSnapshot : OperationOn
{
    private readonly Option<string?> _name = Given.Text("--name", "What it is called: 1 to 30 letters, digits, blanks and '-'.").Needed();
    private readonly Option<string?> _description = Given.Text("--description", "A description, up to 255 characters. Default: none.");

    public CreateSnapshot()
        : base("create", "Takes a snapshot of the machine's disk; Contabo deletes it by itself after its time.", new InstanceId())
    {
        Add(_name);
        Add(_description);
        Examples = ["kontor snapshots create 01K9ZC3T0000000000000000AB --name \"before the upgrade\""];
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Snapshots.CreateAsync(
        id, new CreateSnapshotRequest { Name = call.Given(_name), Description = call.Get(_description) }, idempotencyKey, call.Cancel);
}

/// <summary>Opens an operation on one snapshot of a machine.</summary>
internal abstract class OperationOnSnapshot : OperationOn
{
    private readonly SnapshotId _snapshot = new();

    protected OperationOnSnapshot(string name, string summary, bool asks = false)
        : base(name, summary, new InstanceId(), asks) => Add(_snapshot);

    protected string SnapshotIn(Invocation call) => call.Get(_snapshot);
}

internal sealed class UpdateSnapshot : OperationOnSnapshot
{
    private readonly Option<string?> _name = Given.Text("--name", "What it is to be called. Default: as it is.");
    private readonly Option<string?> _description = Given.Text("--description", "Its new description. Default: as it is.");

    public UpdateSnapshot()
        : base("update", "Calls a snapshot something else, or describes it anew.")
    {
        Add(_name);
        Add(_description);
        Examples = ["kontor snapshots update 01K9ZC3T0000000000000000AB snap1628603855 --name \"clean system\""];
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Snapshots.UpdateAsync(
        id, SnapshotIn(call), new UpdateSnapshotRequest { Name = call.Get(_name), Description = call.Get(_description) }, idempotencyKey, call.Cancel);
}

internal sealed class DeleteSnapshot() : OperationOnSnapshot("delete", "Deletes a snapshot; the machine stays as it is.", asks: true)
{
    protected override Task<string> ConsequenceAsync(Invocation call, string id) =>
        Task.FromResult($"Snapshot {SnapshotIn(call)} of machine {id} is deleted and cannot be had back.");

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Snapshots.DeleteAsync(id, SnapshotIn(call), idempotencyKey, call.Cancel);
}

internal sealed class RollBackSnapshot() : OperationOnSnapshot(
    "rollback", "Puts the machine's disk back to a snapshot. Shows first what is lost: what was written since, and every newer snapshot.", asks: true)
{
    private IReadOnlyList<SnapshotResponse> _loses = [];

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var preview = await call.Client.Snapshots.PreviewRollbackAsync(id, SnapshotIn(call), call.Cancel);
        _loses = preview.Loses;
        var taken = preview.To.CreatedAt is { } at ? $" of {Cell.Instant(at)}" : "";
        var lost = _loses.Count == 0 ? "no newer snapshot" : $"these newer snapshots: {string.Join(", ", _loses.Select(one => $"{one.Id} ({one.Name})"))}";
        return $"Machine {id} gets back its disk as in snapshot {preview.To.Id} ({preview.To.Name}){taken}; whatever was written since is lost, and {lost}.";
    }

    // What vanishes is what was just shown: if there is more meanwhile, the server refuses.
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Snapshots.RollBackAsync(
        id, SnapshotIn(call), new RollbackRequest { Loses = [.. _loses.Select(one => one.Id)] }, idempotencyKey, call.Cancel);
}
