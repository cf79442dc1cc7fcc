using Kontor.Engine.Images.Sweep;
using Kontor.Server.Host;

namespace Kontor.Server.Images;

/// <summary>Compares custom images with Contabo's lists for as long as the process runs.</summary>
internal sealed class ImageSweeper(ImageSweepLoop sweeps, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => sweeps.RunAsync(cancellationToken);
}
