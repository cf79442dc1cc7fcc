using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Rescue;

/// <summary>The wish that a machine's rescue system be booted.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="SshKeys">The public keys that are to open it, besides the password that Kontor makes; null for none.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record RescueInstance(ResourceId Instance, IReadOnlyList<string>? SshKeys, string? Source);

/// <summary>Accepts the wishes into the rescue system and out of it.</summary>
public sealed class RescueHandler(ChangeInstanceHandler handler)
{
    /// <inheritdoc cref="ChangeInstanceHandler.HandleAsync"/>
    public async Task<Result<Operation>> HandleAsync(RescueInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (SshKey.ParseAll(request.SshKeys, "sshKeys").Problem is { } problem)
        {
            return problem;
        }

        var wish = new LoginWish(request.SshKeys, PasswordWish.Generated);
        return await handler.HandleAsync(
            new ChangeInstance(request.Instance, RescueChange.ChangeName, request.Source) { Input = wish, Audited = wish.Audited() },
            idempotencyKey,
            actor,
            cancellationToken);
    }

    /// <summary>Accepts the wish to leave the rescue system.</summary>
    public Task<Result<Operation>> LeaveAsync(ResourceId instance, string? source, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        handler.HandleAsync(new ChangeInstance(instance, RescueExitChange.ChangeName, source), idempotencyKey, actor, cancellationToken);
}
