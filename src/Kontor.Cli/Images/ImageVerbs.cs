using System.CommandLine;
using Kontor.Api.Images;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Images;

internal sealed class RenameImage : OperationOn
{
    private readonly Option<string?> _name = Given.Text("--name", "What it is called. Default: as it is.");
    private readonly Option<string?> _description = Given.Text("--description", "What else is said of it. Default: as it is.");

    public RenameImage()
        : base("rename", "Calls a custom image something else, or describes it otherwise.", new ImageId())
    {
        Add(_name);
        Add(_description);
        Examples = ["kontor images rename 01K9ZC3T0000000000000000AB --name \"debian 12 with agent\""];
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Images.DescribeAsync(
        id, new DescribeImageRequest { Name = call.Get(_name), Description = call.Get(_description) }, idempotencyKey, call.Cancel);
}

internal sealed class DeleteImage : OperationOn
{
    public DeleteImage()
        : base("delete", "Deletes a custom image; machines that were installed from it stay as they are.", new ImageId(), asks: true) =>
        Examples = ["kontor images delete 01K9ZC3T0000000000000000AB --yes"];

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var image = await call.Client.Images.GetAsync(id, call.Cancel);
        return $"The custom image '{image.Name}' is deleted for good; {(image.UsedBy.Count == 0 ? "no machine was" : $"{image.UsedBy.Count} machine(s) were")} "
            + "installed from it, and nothing can be installed from it afterwards.";
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Images.DeleteAsync(id, idempotencyKey, call.Cancel);
}
