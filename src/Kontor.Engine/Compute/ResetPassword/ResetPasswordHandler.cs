using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Operations;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute.ResetPassword;

/// <summary>The wish for a new way into a machine.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="SshKeys">The public keys that are to open it; null for none.</param>
/// <param name="Password">The caller's own password; null for one that Kontor makes.</param>
/// <param name="KeepPassword">Whether the password stays as it is and only keys are set.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record ResetPassword(ResourceId Instance, IReadOnlyList<string>? SshKeys, SecretText? Password, bool KeepPassword, string? Source);

/// <summary>Accepts the wish for a new way into a machine.</summary>
public sealed class ResetPasswordHandler(ChangeInstanceHandler handler)
{
    /// <inheritdoc cref="ChangeInstanceHandler.HandleAsync"/>
    public async Task<Result<Operation>> HandleAsync(ResetPassword request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Check(request) is { } problem)
        {
            return problem;
        }

        var password = request.KeepPassword ? PasswordWish.None : request.Password is null ? PasswordWish.Generated : PasswordWish.Chosen;
        var wish = new LoginWish(request.SshKeys, password);
        return await handler.HandleAsync(
            new ChangeInstance(request.Instance, ResetPasswordChange.ChangeName, request.Source)
            {
                Input = wish,
                Audited = wish.Audited(),
                Secrets = PendingSecrets.Of(PendingSecrets.Password, request.Password),
            },
            idempotencyKey,
            actor,
            cancellationToken);
    }

    private static Problem? Check(ResetPassword request)
    {
        if (SshKey.ParseAll(request.SshKeys, "sshKeys").Problem is { } key)
        {
            return key;
        }

        return request switch
        {
            { KeepPassword: true, Password: not null } => ComputeProblems.Field("keepPassword", "keepPassword cannot be true when a password is sent."),
            { KeepPassword: true, SshKeys: null or [] } => ComputeProblems.Field("keepPassword", "keepPassword is for setting sshKeys alone, and there are none."),
            { Password: { } password } => Passwords.Check(password.Reveal(), "password"),
            _ => null,
        };
    }
}
