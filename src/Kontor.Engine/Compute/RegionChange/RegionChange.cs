using System.Text.Json;
using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.RegionChange;

/// <summary>
/// Has the provider's staff move a machine: a ticket, sent once, that ends when the machine is in the region. While it is
/// open, days perhaps, the machine is used as before.
/// </summary>
public sealed class RegionChange(
    RegionMoves moves, ResourceStore resources, ContaboAccounts accounts, PurchasingOptions purchasing, ComputeOptions options) : InstanceChange, IAskFirst
{
    /// <summary>The name of the change.</summary>
    public const string ChangeName = "region_change";

    public override string Name => ChangeName;

    public override string Family => "region";

    public override Right Right => Right.Move;

    public override Repetition Repetition => Repetition.Never;

    public override TimeSpan Patience => options.PowerDeadline;

    public override TimeSpan? Duration => options.RegionChangeDeadline;

    public override TimeSpan? LostPatience => purchasing.Settling;

    public override bool AsksAPerson => true;

    public override TimeSpan LookEvery => purchasing.WatchEvery;

    public override TimeSpan? LookAtLeastEvery => purchasing.WaitEvery;

    /// <summary>One ticket at a time; and a machine that is installed anew loses its disk.</summary>
    public override async Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene) =>
        await base.RefusalAsync(unit, scene)
        ?? (await OperationStore.OpenOfTypeAsync(unit.Db, scene.Resource.Id, Type, except: scene.Operation.Id) is { } open ? RegionProblems.Open(open.Id)
            : scene.Input<RegionWish>().Installs ? await ProtectionRules.RefusalAsync(unit, scene.Resource, ProtectionKind.Rebuild)
            : null);

    public async Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken)
    {
        var wish = (RegionWish)input!;
        if (!RegionMoves.Methods.Contains(wish.Method))
        {
            return RegionProblems.MethodUnknown(RegionMoves.Methods);
        }

        if (wish is { Installs: true, Loses: false })
        {
            return RegionProblems.LossNotAgreed();
        }

        var preview = await PreviewAsync(resource, cancellationToken);
        return preview.Problem ?? Fault(wish, preview.Value);
    }

    public override async Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var (preview, wish) = (await PreviewAsync(scene.Resource, cancellationToken), scene.Input<RegionWish>());
        return preview.Problem is { } unread ? ChangeLook.Wait(unread)
            : preview.Value.Region == wish.Region ? ChangeLook.AlreadySo($"The machine is in {wish.Region}.")
            : Fault(wish, preview.Value) is { } fault ? ChangeLook.Impossible(fault)
            : ChangeLook.Ready;
    }

    public override Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<RegionWish>();
        return Task.FromResult(new ChangeCall(
            wish.Installs ? "regionChange.reinstall" : "regionChange",
            JsonSerializer.SerializeToUtf8Bytes(wish, StorageJson.Options),
            $"Asking for machine {scene.Resource.ProviderId} to be moved to {wish.Region}."));
    }

    public override async Task<object?> SendAsync(IContaboClient client, Intent intent)
    {
        var wish = JsonSerializer.Deserialize<RegionWish>(intent.Body, StorageJson.Options)!;
        var ticket = await client.RegionChanges.RequestAsync(
            intent.Target!.Value.Value,
            new RegionChangeRequest { Region = wish.Region, Method = new RegionChangeMethod(wish.Method) },
            RequestId.Parse(intent.RequestId),
            CancellationToken.None);
        return new RegionFacts(ticket.TicketNumber);
    }

    public override string Told(object? facts) => facts is RegionFacts { Ticket: { } ticket } ? $"ticket {ticket}" : base.Told(facts);

    public override async Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken)
    {
        var wish = scene.Input<RegionWish>();
        if (seen?.Region == wish.Region)
        {
            return ChangeEffect.Seen($"The machine is in {wish.Region}; its addresses are {seen.IpV4} and {seen.IpV6}.");
        }

        var proven = intent.Outcome == IntentOutcome.Unknown && await InstanceAuditTrail.HasAsync(accounts, intent, cancellationToken);
        return seen is null && !proven ? ChangeEffect.Unread : ChangeEffect.NotYet(proven);
    }

    public override Problem Unproven() => RegionProblems.Unknown();

    public override Problem NotSeen(ChangeScene scene) => RegionProblems.Late(scene.Facts<RegionFacts>()?.Ticket);

    public override Problem GivenUp() => RegionProblems.GivenUp();

    public override Problem Refused(ContaboApiException refusal, string texts) => RegionProblems.NotAllowed([texts]);

    private static Problem? Fault(RegionWish wish, RegionPreview preview) =>
        wish.Region == preview.Region ? RegionProblems.Current(wish.Region)
        : !preview.Regions.Contains(wish.Region) ? RegionProblems.RegionUnknown(wish.Region, preview.Regions)
        : preview.Reasons.Count > 0 ? RegionProblems.NotAllowed(preview.Reasons)
        : null;

    private async Task<Result<RegionPreview>> PreviewAsync(Resource resource, CancellationToken cancellationToken)
    {
        var (_, mirror) = (await resources.FindAsync(resource.Id, cancellationToken))!.Value;
        return await moves.AskAsync(resource, mirror, cancellationToken);
    }
}

/// <summary>The wish that a machine be moved.</summary>
/// <param name="Region">Where to, by the region's slug.</param>
/// <param name="Method">How: one of <see cref="RegionMoves.Methods"/>.</param>
/// <param name="Loses">Whether it was agreed to that its disk is lost; needed when it is installed anew.</param>
public sealed record RegionWish(string Region, string Method, bool Loses)
{
    /// <summary>Gets whether it is installed anew there.</summary>
    internal bool Installs => Method == RegionMoves.Methods[0];
}

/// <summary>What is learned while a machine is moved.</summary>
/// <param name="Ticket">The number of the provider's ticket.</param>
internal sealed record RegionFacts(long? Ticket);
