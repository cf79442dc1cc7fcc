using Kontor.Contabo;
using Kontor.Contabo.Images;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Images.Change;

/// <summary>Has Contabo fetch an image from a link.</summary>
/// <remarks>
/// It is sent once and never again by itself. A lost answer is proven by the marker in the list or by the audit; an image
/// that turns up later is noticed by the sweep.
/// </remarks>
public sealed class UploadChange(SecretBox box, Database database, ImageOptions options) : ImageChange
{
    public const string Word = "upload";

    public override string Name => Word;

    public override string Call => "createCustomImage";

    public override bool Repeats => false;

    public override TimeSpan Patience => options.UploadDeadline;

    /// <summary>Where the sealed link stands.</summary>
    internal static SecretPlace PlaceOf(string source, OperationId operation) => new(source, "image_change", operation.Value, "sealed_url");

    public override async Task<ImageVerdict> LookAsync(IContaboClient client, ImageScene scene, CancellationToken cancellationToken) =>
        ImageSpace.Refusal(await ImageSpace.ReadAsync(client, cancellationToken), scene.Image.AnnouncedMib) is { } refused
            ? ImageVerdict.Impossible(refused)
            : ImageVerdict.NotSo;

    public override object Kept(ImageScene scene) => new
    {
        Name = scene.Image.ProviderName(scene.Wish.Name), scene.Image.Url, scene.Image.OsType, scene.Image.Version, scene.Wish.Description,
    };

    public override string Step(ImageScene scene) => $"Asking Contabo to fetch {scene.Image.Url}.";

    public override async Task<string?> SendAsync(IContaboClient client, ImageScene scene, Intent intent)
    {
        var image = scene.Image;
        var url = await database.WriteAsync(
            "image.open", unit => box.OpenAsync(unit, PlaceOf(image.Source, scene.Operation.Id), scene.Wish.SealedUrl!), CancellationToken.None);
        var request = new CreateCustomImageRequest
        {
            Name = image.ProviderName(scene.Wish.Name),
            Url = url.Reveal(),
            OsType = new ImageOsType(image.OsType.ToString()),
            Version = image.Version,
            Description = scene.Wish.Description is { Length: > 0 } text ? text : null,
        };
        return (await client.Images.CreateAsync(request, RequestId.Parse(intent.RequestId), CancellationToken.None)).ImageId;
    }

    public override async Task<ImageVerdict> SeeAsync(IContaboClient client, ImageScene scene, Intent intent, CancellationToken cancellationToken)
    {
        if (scene.Image.ProviderId is { } id)
        {
            var there = await client.Images.FindAsync(id, cancellationToken);
            // What was just registered may not be readable yet; what was seen before is gone.
            return there is not null ? Judge(scene, there)
                : scene.Image.SeenAt is not null ? ImageVerdict.Impossible(ImageProblems.Vanished())
                : ImageVerdict.Wait();
        }

        var (found, certain) = await ImageLookup.FindAsync(client, scene.Image, intent, cancellationToken);
        return found is not null ? Judge(scene, found) : certain ? ImageVerdict.NotSo : ImageVerdict.Wait();
    }

    public override Problem Unproven() => ImageProblems.UploadUnknown();

    public override CustomImage Succeeded(ImageScene scene, DateTimeOffset now) => scene.Image with { State = ImageState.Ready };

    public override CustomImage Failed(ImageScene scene, Problem why, DateTimeOffset now)
    {
        var state = StateAfter(scene.Image, why);
        return scene.Image with
        {
            State = state,
            ErrorMessage = scene.Image.ErrorMessage ?? (state == ImageState.Failed ? why.Detail : null),
            EndedAt = state == ImageState.Vanished ? now : null,
        };
    }

    private static ImageState StateAfter(CustomImage image, Problem why) =>
        why == ImageProblems.UploadUnknown() ? ImageState.Unknown
        : why == ImageProblems.Vanished() ? ImageState.Vanished
        : why == ImageProblems.NotInTime(Word) && image.ProviderId is not null ? ImageState.Downloading
        : ImageState.Failed;

    private static ImageVerdict Judge(ImageScene scene, Image seen) => scene.Image.Learn(seen, scene.Operation.UpdatedAt).State switch
    {
        ImageState.Ready => ImageVerdict.Done("The image has arrived and can be installed.") with { Seen = seen },
        ImageState.Failed => ImageVerdict.Impossible(ImageProblems.DownloadFailed(seen.ErrorMessage)) with { Seen = seen },
        _ => ImageVerdict.Wait() with { Seen = seen },
    };
}
