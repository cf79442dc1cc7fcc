using System.Collections.Concurrent;
using Kontor.Contabo.Images;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;

namespace Kontor.Engine.Compute;

/// <summary>The images that the provider itself has for an account now, each remembered for a while.</summary>
public sealed class LiveImages(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(AccountId, string), (DateTimeOffset At, Image? Image)> _images = new();

    /// <summary>Finds an image.</summary>
    /// <returns>Null when the provider says that there is none.</returns>
    /// <exception cref="Contabo.ContaboApiException">The provider could not be asked.</exception>
    public async Task<LiveImage?> FindAsync(ContaboAccount account, string id, CancellationToken cancellationToken)
    {
        if (!_images.TryGetValue((account.Id, id), out var known) || clock.GetUtcNow() - known.At >= Fresh)
        {
            known = (clock.GetUtcNow(), await account.Client.Images.FindAsync(id, cancellationToken));
            _images[(account.Id, id)] = known;
        }

        return known.Image is { } image ? new LiveImage((long)decimal.Ceiling(image.SizeMb ?? 0)) : null;
    }
}

/// <summary>An image at the provider.</summary>
/// <param name="NeedsMib">The disk it needs, in MiB; 0 when the provider does not say.</param>
public sealed record LiveImage(long NeedsMib);
