using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Suspend;

/// <summary>One change of what a machine is suspended for: what stood before, what is wished, and what follows for the machine.</summary>
/// <param name="Request">What is wished.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Resource">Its machine.</param>
/// <param name="Before">The suspension so far; null when there never was one.</param>
/// <param name="Others">The kinds that stand, without the one that is wished about.</param>
internal sealed record SuspensionChange(
    SuspendSubject Request, Subject Subject, Resource Resource, Suspension? Before, IReadOnlyList<SuspensionKind> Others)
{
    /// <summary>Gets whether the machine is to be off afterwards: while one kind stands it is.</summary>
    public bool IsOff => Request.Suspended || Others.Count > 0;

    /// <summary>Gets whether that is news for the machine.</summary>
    private bool Turns => IsOff != (Before?.Suspended ?? false);

    /// <summary>Gets whether nothing is to be sent: the machine is off anyway, or was off before all this.</summary>
    private bool IsSo => !Turns || (!IsOff && !Before!.WasRunning);

    private int Transition => (Before?.Transition ?? 0) + 1;

    private PowerAction Action => Request.Suspended ? PowerAction.Suspend : PowerAction.Unsuspend;

    private string Text => (Request.Suspended, Turns) switch
    {
        (true, false) => $"It is suspended already, for {Words}: one for {Request.Kind.Words()} stands as well now.",
        (false, false) => $"The suspension for {Request.Kind.Words()} is lifted. The one for {Words} still stands: the machine stays off.",
        (false, true) when IsSo => "It was stopped before it was suspended, and stays so.",
        _ => $"Accepted: {PowerActions.NameOf(Action)}.",
    };

    private string Words => string.Join(" and for ", Others.Select(kind => kind.Words()));

    /// <summary>The operation to be opened for it.</summary>
    public NewChange ToOpen(InstanceChanges kinds, Actor actor) => new(kinds[PowerActions.NameOf(Action)], Resource, actor, Text)
    {
        Key = Subject.Key.Of(Resource.Generation ?? Subject.Generation, $"{PowerActions.NameOf(Action)}:{Transition}"),
        IsSo = IsSo,
        AuditAction = $"subject.{PowerActions.NameOf(Action)}ed",
        AuditDetail = new { Subject = Subject.Id.Value, Request.Generation, Transition, Request.Kind, Request.Reason },
    };

    /// <summary>Keeps it.</summary>
    /// <param name="unit">The transaction of the acceptance.</param>
    /// <param name="operation">The operation that was opened for it.</param>
    public async Task PutAsync(UnitOfWork unit, Operation operation)
    {
        await SuspensionStore.PutAsync(unit, new Suspension
        {
            SubjectId = Subject.Id,
            Generation = Request.Generation,
            Transition = Transition,
            Suspended = IsOff,
            WasRunning = await WasRunningAsync(unit),
            // What stays as it is stays the business of the operation that made it so.
            OperationId = Turns ? operation.Id : Before!.OperationId,
            ChangedAt = unit.Now,
        });
        await SuspensionStore.PutAsync(unit, new SuspensionReason
        {
            SubjectId = Subject.Id,
            Generation = Request.Generation,
            Kind = Request.Kind,
            Stands = Request.Suspended,
            Reason = Request.Suspended ? Request.Reason : null,
            OperationId = operation.Id,
            ChangedAt = unit.Now,
        });
    }

    /// <summary>What is to be restored. A machine that was not yet back as it was is no news: what it was before still counts.</summary>
    private async Task<bool> WasRunningAsync(UnitOfWork unit) =>
        Before is not null && (Before.Suspended || await OperationStore.FindAsync(unit, Before.OperationId) is not { Status: "succeeded" })
            ? Before.WasRunning
            : (await ResourceStore.MirrorAsync(unit, Resource.Id)).Status != InstanceStatus.Stopped.Value;
}
