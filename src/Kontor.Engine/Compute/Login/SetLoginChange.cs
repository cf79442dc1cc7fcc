using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.Login;

/// <summary>A change that only sets a way in: the same secrets set twice are the same way in, so what was lost may be sent again.</summary>
public abstract class SetLoginChange(LoginSecrets secrets, ComputeOptions options) : LoginChange(secrets)
{
    public override Repetition Repetition => Repetition.Harmless;

    public override TimeSpan Patience => options.AccessDeadline;

    public override TimeSpan? Duration => options.AccessDeadline;

    public override TimeSpan LookEvery => options.LookEvery;

    public sealed override async Task<ChangeCall> PlanAsync(ChangeScene scene, CancellationToken cancellationToken) =>
        CallOf(scene.Resource, await IdsAsync(scene, cancellationToken));

    /// <summary>What is sent.</summary>
    /// <param name="resource">The machine.</param>
    /// <param name="ids">The provider's numbers of the secrets.</param>
    protected abstract ChangeCall CallOf(Resource resource, SecretIds ids);

    protected sealed override LoginWish WishOf(ChangeScene scene) => scene.Input<LoginWish>();
}
