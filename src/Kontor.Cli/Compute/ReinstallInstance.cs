using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;

namespace Kontor.Cli.Compute;

internal sealed class ReinstallInstance : SecretOperation
{
    private const string UserData = "--user-data";

    private readonly Option<string?> _image = Given.Text("--image", "What is installed, as 'kontor images standard' shows it, or a custom image of the client's own.", "ID").Needed();
    private readonly Option<string?> _user = Given.Choice(
        "--default-user", "The user the image gets. Default: admin, on Windows administrator.", "admin", "root", "administrator");

    private readonly Option<string[]> _keys = SshKeyFiles.Option("Opens it to SSH keys.");
    private readonly Option<bool> _none = Given.Flag("--no-password", "Makes no password: keys or user-data open it.");
    private readonly Option<string?> _userData = Given.Text(UserData, "A file with user-data for cloud-init, up to 32 KiB. Default: none.", "FILE");

    public ReinstallInstance()
        : base("reinstall", "Wipes the machine's disk and installs an image anew; contract, addresses and name stay. Shows first what is lost.", asks: true)
    {
        foreach (var option in new Option[] { _image, _user, _keys, _none, _userData })
        {
            Add(option);
        }

        Examples = ["kontor instances reinstall 01K9ZC3T0000000000000000AB --image d64d5c6c-9dda-4e38-8174-0ee282474d8a --ssh-key ~/.ssh/id_ed25519.pub"];
    }

    protected override bool MakesSecret(Invocation call) => !call.Get(_none);

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var losses = await call.Client.Instances.GetReinstallLossesAsync(id, call.Cancel);
        return $"Machine {losses.Confirm}, now {losses.Status ?? "in a status that is not known"} with image {losses.Image ?? "not known"}, loses: "
            + $"{string.Join(' ', losses.Loses)} It keeps: {string.Join(' ', losses.Keeps)}";
    }

    protected override async Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        await call.Client.Instances.ReinstallAsync(
            id,
            new ReinstallRequest
            {
                Image = call.Given(_image),
                Confirm = id,
                Loses = true,
                DefaultUser = call.Get(_user),
                SshKeys = await SshKeyFiles.ReadAsync(call, _keys),
                Password = call.Get(_none) ? PasswordChoice.None : PasswordChoice.Generated,
                UserData = call.Get(_userData) is { } file ? await TextFile.ReadAsync(file, UserData, call.Cancel) : null,
            },
            idempotencyKey,
            call.Cancel);
}
