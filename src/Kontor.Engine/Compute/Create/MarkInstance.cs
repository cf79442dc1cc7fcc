using Kontor.Contabo;
using Kontor.Contabo.Tags;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>Puts the tag of the installation on a running machine: looks first, then makes what is missing, one write a step.</summary>
public sealed class MarkInstance(
    Database database,
    OperationStore operations,
    ResourceStore resources,
    FindingStore findings,
    ContaboAccounts accounts,
    Installation installation,
    IIdSource ids,
    PurchasingOptions options)
{
    private const string TagColor = "#0A78C3";
    private static readonly Actor Worker = Actor.Kontor("compute");

    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var (resource, _) = (await resources.FindAsync(operation.ResourceId!.Value, cancellationToken))!.Value;
        var trouble = await TryTagAsync(operation, resource, cancellationToken);
        await database.WriteAsync("create.marked", unit => DecideAsync(unit, operation, resource, trouble), cancellationToken);
    }

    private async Task DecideAsync(UnitOfWork unit, Operation operation, Resource resource, string? trouble)
    {
        var trigger = trouble is null ? CreateInstanceTrigger.Marked : CreateInstanceTrigger.DeadlinePassed;
        if (trouble is not null && unit.Now < operation.DeadlineAt)
        {
            await OperationStore.PostponeAsync(unit, operation, unit.Now + options.LookEvery);
            return;
        }

        var done = CreateInstanceFlow.Move(
            CreateInstanceStates.Table.Next(CreateInstanceState.Marking, trigger), $"Running: machine {resource.ProviderId}.", Worker);
        if (await operations.TryMoveAsync(unit, operation, done))
        {
            await NoteMissingTagAsync(unit, resource, trouble);
        }
    }

    /// <summary>The marker in the name is enough to find the machine again, so a tag that cannot be set delays nobody.</summary>
    private async Task NoteMissingTagAsync(UnitOfWork unit, Resource resource, string? trouble)
    {
        if (trouble is not null)
        {
            await findings.RaiseAsync(unit, NewFinding.OfMachine(
                FindingKind.TagMissing,
                resource,
                $"Machine {resource.ProviderId} runs without its tag ({trouble}); its marker {resource.Marker} is in its name."));
        }
    }

    private async Task<string?> TryTagAsync(Operation operation, Resource resource, CancellationToken cancellationToken)
    {
        if (accounts.Find(resource.Account) is not { } account)
        {
            return AccountProblems.Missing(resource.Account).Detail;
        }

        try
        {
            var machine = TaggedResource.Instance(resource.ProviderId.Value);
            var tag = await FindTagAsync(account, NameOf(operation), cancellationToken)
                ?? (await account.Client.Tags.CreateAsync(NewTag(operation), NewRequest(), cancellationToken)).TagId!.Value;
            if (await account.Client.TagAssignments.FindAsync(tag, machine, cancellationToken) is null)
            {
                await account.Client.TagAssignments.CreateAsync(tag, machine, NewRequest(), cancellationToken);
            }

            return null;
        }
        catch (ContaboApiException failure)
        {
            return failure.Message;
        }
    }

    private static async Task<long?> FindTagAsync(ContaboAccount account, string name, CancellationToken cancellationToken)
    {
        await foreach (var tag in account.Client.Tags.ListAsync(new TagFilter { Name = name }, cancellationToken))
        {
            // The provider matches a part of the name: only the whole of it is ours.
            if (tag.Name == name)
            {
                return tag.TagId;
            }
        }

        return null;
    }

    private CreateTagRequest NewTag(Operation operation) => new() { Name = NameOf(operation), Color = TagColor };

    private string NameOf(Operation operation) => $"kontor:{installation.Id}:{operation.SubjectId}:{operation.Generation}";

    private RequestId NewRequest() => new(ids.NewRequestId());
}
