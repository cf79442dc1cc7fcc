using Kontor.Api.Images;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Images;

internal sealed class ShowImage() : ShowVerb<ImageResponse>("Shows a custom image: its state, and which machines were installed from it.", new ImageId())
{
    protected override Task<ImageResponse> ReadAsync(Invocation call, string id) => call.Client.Images.GetAsync(id, call.Cancel);
}

internal sealed class ShowImageSpace()
    : ShowVerb<ImageSpaceResponse>("Shows how much room there is for a subject's next custom image.", new SubjectId(), "space")
{
    protected override Task<ImageSpaceResponse> ReadAsync(Invocation call, string id) => call.Client.Images.GetSpaceAsync(id, call.Cancel);
}
