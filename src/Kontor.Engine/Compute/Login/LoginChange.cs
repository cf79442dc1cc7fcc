using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Login;

/// <summary>A change after which somebody gets into the machine by a password or keys that go to the provider as secrets.</summary>
public abstract class LoginChange(LoginSecrets secrets) : InstanceChange
{
    public override Task<ChangeLook> PrepareAsync(ChangeScene scene, CancellationToken cancellationToken) =>
        secrets.PrepareAsync(scene, WishOf(scene), cancellationToken);

    public override Task OnAcceptedAsync(UnitOfWork unit, ChangeScene scene) => secrets.AcceptAsync(unit, scene, WishOf(scene));

    public override async Task OnSucceededAsync(UnitOfWork unit, ChangeScene scene) =>
        await secrets.EndAsync(unit, scene, WishOf(scene), await UserAsync(unit, scene), done: true);

    public override async Task OnFailedAsync(UnitOfWork unit, ChangeScene scene) =>
        await secrets.EndAsync(unit, scene, WishOf(scene), await UserAsync(unit, scene), done: false);

    /// <summary>The provider's numbers of the secrets, which stand there.</summary>
    protected Task<SecretIds> IdsAsync(ChangeScene scene, CancellationToken cancellationToken) => secrets.IdsAsync(scene, WishOf(scene), cancellationToken);

    /// <summary>How somebody is to get in.</summary>
    protected abstract LoginWish WishOf(ChangeScene scene);

    /// <summary>As whom.</summary>
    protected abstract Task<string> UserAsync(UnitOfWork unit, ChangeScene scene);
}
