using Kontor.Contabo;
using Kontor.Contabo.Images;
using Kontor.Engine.Accounts;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Images.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Images.Sweep;

/// <summary>
/// Compares an account's custom images with our rows: one list, and none where we have no image. It never sends anything:
/// images that no row knows are somebody else's, and are left alone.
/// </summary>
public sealed class SweepImages(
    Database database, ImageStore images, FindingStore findings, TimeProvider clock, PurchasingOptions purchasing, ILogger<SweepImages> log)
{
    /// <summary>No upload whose answer was lost arrives later than that.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    private static readonly Actor Sweep = Actor.Kontor("sweep");

    /// <summary>Sweeps one account once.</summary>
    public async Task RunAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        var ours = await images.WatchedAsync(account.Id, clock.GetUtcNow() - Late, cancellationToken);
        if (ours.Count == 0)
        {
            return;
        }

        try
        {
            var (seen, complete) = await ImageLookup.ListAsync(account.Client, cancellationToken);
            foreach (var image in ours)
            {
                await CompareAsync(image, seen.Find(one => ImageLookup.Is(image, one)), complete, cancellationToken);
            }
        }
        catch (ContaboApiException failure)
        {
            log.ImageSweepFailed(account.Id.Value, failure.Message);
        }
    }

    private async Task CompareAsync(CustomImage image, Image? seen, bool complete, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Looked at before a write is begun: a sweep writes nothing where nothing is to be done.
        if (seen is not null ? IsNews(image, image.Learn(seen, now)) : complete && IsMissed(image, now))
        {
            await database.WriteAsync("image.swept", unit => KeepAsync(unit, image, seen), cancellationToken);
        }
    }

    private static bool IsNews(CustomImage before, CustomImage now) => now with { SeenAt = before.SeenAt } != before;

    /// <summary>What is only looked for is not missed, nor what was registered just now: it may not be listed yet.</summary>
    private bool IsMissed(CustomImage image, DateTimeOffset now) =>
        image is { ProviderId: not null, State: not ImageState.Unknown } && now - image.CreatedAt >= purchasing.ListingDelay;

    private async Task KeepAsync(UnitOfWork unit, CustomImage before, Image? seen)
    {
        if (await ImageStore.FindIdleAsync(unit, before.Id) is not { } image || image != before)
        {
            return;
        }

        var now = seen is not null ? image.Learn(seen, unit.Now)
            : image.MissingLists + 1 < purchasing.ListsUntilGone ? image with { MissingLists = image.MissingLists + 1 }
            : image with { MissingLists = image.MissingLists + 1, State = ImageState.Vanished, EndedAt = unit.Now };
        await ImageStore.UpdateAsync(unit, now);
        if (now.State == image.State)
        {
            return;
        }

        await AuditTrail.AppendAsync(unit, Sweep, "image.seen", image.Id.Value, new { From = image.State, To = now.State, Status = now.ProviderStatus });
        if (now.State is ImageState.Vanished or ImageState.Failed)
        {
            await findings.RaiseAsync(unit, FindingOf(now));
        }
    }

    private static NewFinding FindingOf(CustomImage image) => new(
        FindingKind.ImageLost,
        image.About,
        image.State == ImageState.Vanished
            ? $"The custom image '{image.Name}' of client {image.Client} is no longer at Contabo, and not by Kontor's doing: tell the client, who can upload it again."
            : $"The custom image '{image.Name}' of client {image.Client} is unusable: Contabo says '{image.ErrorMessage ?? image.ProviderStatus}'. The client can delete it and upload it again.",
        image.Account,
        image.SubjectId);
}
