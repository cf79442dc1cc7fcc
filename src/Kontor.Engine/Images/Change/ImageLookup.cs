using Kontor.Contabo;
using Kontor.Contabo.Images;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Images.Change;

/// <summary>Looks for an image whose id nobody knows: in the list by its marker, and in the audit by the request that made it.</summary>
internal static class ImageLookup
{
    /// <summary>The custom images of an account; one list.</summary>
    /// <returns>The images, and whether the list was complete: a short one proves nothing.</returns>
    /// <exception cref="ContaboApiException">It could not be read.</exception>
    public static async Task<(List<Image> Images, bool Complete)> ListAsync(IContaboClient client, CancellationToken cancellationToken)
    {
        var (check, images) = (new PageCheck(), new List<Image>());
        await foreach (var page in client.Images.ListPagesAsync(new ImageFilter { StandardImage = false }, cancellationToken))
        {
            check.Add(page, image => image.ImageId ?? "");
            // Contabo ignores a filter it does not know: its own images are none of ours whatever they are called.
            images.AddRange(page.Items.Where(image => image is { ImageId: not null, StandardImage: not true }));
        }

        return (images, check.Complete);
    }

    /// <summary>Whether an image in a list is one of ours, by Contabo's id if we know it, else by the marker in its name.</summary>
    public static bool Is(CustomImage ours, Image seen) => ours.ProviderId is { } id
        ? string.Equals(seen.ImageId, id, StringComparison.OrdinalIgnoreCase)
        : Marker.In(seen.Name)?.Value == ours.Marker;

    /// <summary>Looks for an image.</summary>
    /// <returns>What was found; null and whether that is certain when nothing was.</returns>
    /// <exception cref="ContaboApiException">The list could not be read.</exception>
    public static async Task<(Image? Found, bool Certain)> FindAsync(
        IContaboClient client, CustomImage image, Intent? intent, CancellationToken cancellationToken)
    {
        var (images, complete) = await ListAsync(client, cancellationToken);
        if (images.Find(seen => Is(image, seen)) is { } found)
        {
            return (found, true);
        }

        var made = intent is null ? null : await MadeByAsync(client, intent, cancellationToken);
        return made is null ? (null, complete) : (await client.Images.FindAsync(made, cancellationToken), false);
    }

    private static async Task<string?> MadeByAsync(IContaboClient client, Intent intent, CancellationToken cancellationToken)
    {
        var filter = new ImageAuditFilter { RequestId = RequestId.Parse(intent.RequestId) };
        await foreach (var row in client.ImageAudits.ListAsync(filter, cancellationToken))
        {
            // Only an exact match is a hit, for the same reason as above.
            if (row.ImageId is not null && row.Action == AuditAction.Created
                && string.Equals(row.RequestId, intent.RequestId, StringComparison.OrdinalIgnoreCase))
            {
                return row.ImageId;
            }
        }

        return null;
    }
}
