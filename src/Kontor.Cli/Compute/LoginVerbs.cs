using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ResetPassword : SecretOperation
{
    private readonly Option<bool> _own = Given.Flag("--own-password", "Sets a password of your own, read from standard input. Default: Kontor makes one.");
    private readonly Option<string[]> _keys = SshKeyFiles.Option("Sets SSH keys as well.");

    public ResetPassword()
        : base("reset-password", "Sets the password of the machine's default user; one that Kontor makes is shown once by the operation's link.")
    {
        Add(_own);
        Add(_keys);
        Examples =
        [
            "kontor instances reset-password 01K9ZC3T0000000000000000AB",
            "kontor instances reset-password 01K9ZC3T0000000000000000AB --own-password < password.txt",
        ];
    }

    protected override bool MakesSecret(Invocation call) => !call.Get(_own);

    protected override async Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey)
    {
        var keys = await SshKeyFiles.ReadAsync(call, _keys);
        var password = call.Get(_own) ? await SecretInput.ReadAsync(call, "Type the password and press Enter; it is not shown.") : null;
        return password is ""
            ? throw new CliException(ExitCode.Usage, "Standard input holds no password, and nothing was sent.")
            : await call.Client.Instances.ResetPasswordAsync(id, new ResetPasswordRequest { SshKeys = keys, Password = password }, idempotencyKey, call.Cancel);
    }
}

internal sealed class SetKeys : OperationOn
{
    private readonly Option<string[]> _keys = SshKeyFiles.Option("The keys that are to open it.").Needed();

    public SetKeys()
        : base("set-keys", "Sets the SSH keys of the machine's default user; its password stays.", new InstanceId())
    {
        Add(_keys);
        Examples = ["kontor instances set-keys 01K9ZC3T0000000000000000AB --ssh-key ~/.ssh/id_ed25519.pub"];
    }

    protected override async Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        await call.Client.Instances.ResetPasswordAsync(
            id, new ResetPasswordRequest { SshKeys = await SshKeyFiles.ReadAsync(call, _keys), KeepPassword = true }, idempotencyKey, call.Cancel);
}
