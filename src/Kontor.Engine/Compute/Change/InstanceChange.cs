using Kontor.Contabo;
using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Change;

/// <summary>
/// One kind of change to a machine at the provider: when it may be made, what is sent, how its effect shows. What is around
/// it is the same for all: accepted once, an intent before a byte is sent, one attempt, looked for before anything is repeated.
/// </summary>
/// <remarks>It has no state of its own. It writes to the provider in <see cref="PrepareAsync"/> and <see cref="SendAsync"/> alone.</remarks>
public abstract class InstanceChange
{
    /// <summary>Gets the word for it in addresses, types and audit rows, such as <c>restart</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Gets what it has its crash points and audit rows in common with, such as <c>power</c>.</summary>
    public abstract string Family { get; }

    /// <summary>Gets the type of the operation that carries it out.</summary>
    public string Type => $"instance.{Name}";

    /// <summary>Gets the right that whoever wishes it must have; without one of its own, no customer may.</summary>
    public virtual Right Right => Right.Other;

    /// <summary>Gets what may be done when its answer was lost and its effect does not show.</summary>
    public abstract Repetition Repetition { get; }

    /// <summary>Gets how long it may wait for its machine before it is sent.</summary>
    public abstract TimeSpan Patience { get; }

    /// <summary>Gets how long it may take from the first time it is sent; null when that counts from its acceptance.</summary>
    public virtual TimeSpan? Duration => null;

    /// <summary>
    /// Gets after how long without effect it is sent anew, even when it was refused or taken; each time waits twice as long.
    /// Null for a wish that a refusal ends: only a state that is to last is wished until it is reached.
    /// </summary>
    public virtual TimeSpan? Insistence => null;

    /// <summary>Gets how often the machine is read at first; the longer it takes, the rarer.</summary>
    public abstract TimeSpan LookEvery { get; }

    /// <summary>Gets how rarely the machine is read at the most; null for what the settings say.</summary>
    public virtual TimeSpan? LookAtLeastEvery => null;

    /// <summary>Gets how long an answer that was lost is looked for, when that is shorter than its whole time; null when it is not.</summary>
    public virtual TimeSpan? LostPatience => null;

    /// <summary>Gets whether it waits for a person when its time is over without its effect, instead of failing.</summary>
    public virtual bool AsksAPerson => Repetition == Repetition.Paid;

    /// <summary>Gets whether it loses what is on the machine's disk, so that a protection from that forbids it.</summary>
    public virtual bool Destroys => false;

    /// <summary>What of the wish stands in its audit row, which is never erased; null for nothing.</summary>
    public virtual object? Audited(object? input) => input;

    /// <summary>Judges whether it may be made now by our own rows: when it is accepted, and again in the transaction before it is sent.</summary>
    public virtual Task<Problem?> RefusalAsync(UnitOfWork unit, ChangeScene scene) => ChangeRules.RefusalAsync(unit, scene.Resource);

    /// <summary>Judges a wish by what the mirror has, when it is accepted: what cannot be done now is refused at once.</summary>
    public virtual Problem? Misfit(ChangeScene scene, InstanceRow mirror) => null;

    /// <summary>Judges, just before it is sent, what the provider says about the machine.</summary>
    public virtual Task<ChangeLook> LookAsync(ChangeScene scene, InstanceRow seen, CancellationToken cancellationToken) => Task.FromResult(ChangeLook.Ready);

    /// <summary>Makes ready at the provider what it needs, such as a secret; looks first, since it may have been made ready before.</summary>
    public virtual Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken) => Task.FromResult(ChangeLook.Ready);

    /// <summary>What is to be sent next.</summary>
    public abstract Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken);

    /// <summary>Sends it, once.</summary>
    /// <returns>What the answer told that is worth keeping; null for nothing.</returns>
    /// <exception cref="ContaboApiException">Look at its outcome.</exception>
    public abstract Task<object?> SendAsync(IContaboClient client, Intent intent);

    /// <summary>Whether a refusal says that the effect is there already.</summary>
    public virtual bool MeansDone(ContaboApiException refusal) => false;

    /// <summary>What the answer told, in a word or two for the step.</summary>
    public virtual string Told(object? facts) => "accepted";

    /// <summary>What is said when the provider refused it, so that it is definitely not done.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="texts">The provider's words.</param>
    public virtual Problem Refused(ContaboApiException refusal, string texts) => ComputeProblems.ProviderRefused(Name, texts);

    /// <summary>Looks for the effect of what was sent.</summary>
    /// <param name="scene">The operation and its machine.</param>
    /// <param name="intent">What was sent last.</param>
    /// <param name="seen">What the provider says about the machine; null when it could not be asked.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public abstract Task<ChangeEffect> SeeAsync(ChangeScene scene, Intent intent, InstanceRow? seen, CancellationToken cancellationToken);

    /// <summary>What is said when its answer was lost and nothing shows whether it was done.</summary>
    public virtual Problem Unproven() => ComputeProblems.NotInTime(Name);

    /// <summary>What is said when it was taken and its effect did not show in time.</summary>
    /// <param name="scene">The operation, and what was learned on the way.</param>
    public virtual Problem NotSeen(ChangeScene scene) => ComputeProblems.NotInTime(Name);

    /// <summary>What stands in an operation that a person gave up.</summary>
    public virtual Problem GivenUp() => PurchasingProblems.GivenUp();

    /// <summary>Writes what else its acceptance makes true, in that transaction.</summary>
    public virtual Task OnAcceptedAsync(UnitOfWork unit, ChangeScene scene) => Task.CompletedTask;

    /// <summary>Writes what else its success makes true, in that transaction.</summary>
    public virtual Task OnSucceededAsync(UnitOfWork unit, ChangeScene scene) => Task.CompletedTask;

    /// <summary>Writes what else its failure makes true, in that transaction.</summary>
    public virtual Task OnFailedAsync(UnitOfWork unit, ChangeScene scene) => Task.CompletedTask;
}

/// <summary>What may be done when an answer was lost and no effect shows.</summary>
public enum Repetition
{
    /// <summary>Twice is as once: the same is sent again, as the next attempt.</summary>
    Harmless,

    /// <summary>It would be done twice: it ends as failed, and whoever wished looks and wishes again.</summary>
    Never,

    /// <summary>It may cost money: a person decides.</summary>
    Paid,
}

/// <summary>What is to be sent.</summary>
/// <param name="Action">The provider's word for it, kept in the intent.</param>
/// <param name="Body">The exact bytes of the body; empty for none.</param>
/// <param name="Text">The step it is, a sentence for a person.</param>
public sealed record ChangeCall(string Action, byte[] Body, string Text);
