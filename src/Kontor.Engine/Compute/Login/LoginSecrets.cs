using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Compute.Login;

/// <summary>The secrets of a change that lets somebody into a machine: made when it is accepted, stored before it is sent, shown once it is done.</summary>
public sealed class LoginSecrets(
    StoreSecrets store, ProviderSecretStore stored, PendingSecrets pending, OneTimeLinkStore links, IIdSource ids, ComputeOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("compute");

    /// <summary>Makes the password that is to be made.</summary>
    internal Task AcceptAsync(UnitOfWork unit, ChangeScene scene, LoginWish wish) => wish.Password == PasswordWish.Generated
        ? pending.KeepAsync(unit, scene.Operation.Source, scene.Operation.Id, PendingSecrets.Password, Passwords.Make(ids))
        : Task.CompletedTask;

    /// <summary>Has the secrets stand at the provider.</summary>
    internal async Task<ChangeLook> PrepareAsync(ChangeScene scene, LoginWish wish, CancellationToken cancellationToken) =>
        (await store.AdvanceAsync(WantedOf(scene, wish), cancellationToken)).Problem switch
        {
            null => ChangeLook.Ready,
            { Kind: ProblemKind.Unavailable } why => ChangeLook.Wait(why),
            var refused => ChangeLook.Impossible(refused),
        };

    /// <summary>The provider's numbers of the secrets, which stand there.</summary>
    internal async Task<SecretIds> IdsAsync(ChangeScene scene, LoginWish wish, CancellationToken cancellationToken) =>
        await stored.IdsAsync(WantedOf(scene, wish), cancellationToken)
        ?? throw new InvalidOperationException($"The secrets of operation {scene.Operation.Id} do not stand at the provider.");

    /// <summary>It is over: a password that Kontor made and that may be the machine's now is shown once, and nothing else is kept.</summary>
    /// <param name="unit">The transaction of its end.</param>
    /// <param name="scene">The operation and its machine.</param>
    /// <param name="wish">What was asked.</param>
    /// <param name="user">Whose password it is.</param>
    /// <param name="done">Whether it is known to be the machine's.</param>
    internal async Task EndAsync(UnitOfWork unit, ChangeScene scene, LoginWish wish, string user, bool done)
    {
        var operation = scene.Operation;
        // What was under way when the machine was locked ends by itself; its way in is nobody's any more.
        if (!await TerminateOf.IsLockedAsync(unit, scene.Resource)
            && wish.Password == PasswordWish.Generated
            && (done || await MayBeDoneAsync(unit, operation.Id))
            && await pending.OpenAsync(unit, operation.Id, PendingSecrets.Password) is { } password)
        {
            var machine = (await ResourceStore.MirrorAsync(unit, scene.Resource.Id)).IpV4 ?? $"machine {scene.Resource.ProviderId}";
            await links.AddAsync(
                unit,
                new NewOneTimeLink(operation.Source, PurposeOf(user, machine, done), password, unit.Now + options.PasswordShownFor)
                {
                    OperationId = operation.Id, SubjectId = operation.SubjectId, ResourceId = scene.Resource.Id,
                },
                Worker);
        }

        await PendingSecrets.WipeAsync(unit, operation.Id);
    }

    private static string PurposeOf(string user, string machine, bool done) =>
        $"Password of {user} on {machine}{(done ? "" : ", in case it was set: nobody could prove it")}";

    /// <summary>Whether something was sent and not refused: then the machine may have that password, and nobody else knows it.</summary>
    private static Task<bool> MayBeDoneAsync(UnitOfWork unit, OperationId operation) =>
        unit.Db.GetTable<Intent>().AnyAsync(intent => intent.OperationId == operation && intent.Outcome != IntentOutcome.Refused);

    private static WantedSecrets WantedOf(ChangeScene scene, LoginWish wish) =>
        new(scene.Resource.Account, scene.Operation.Id, wish.Keys(), wish.Password != PasswordWish.None);
}
