using Kontor.Contabo;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Images.Change;

/// <summary>Deletes an image of ours, by the id in its row and by nothing else; one that is gone is done with.</summary>
public sealed class DeleteChange(ImageOptions options) : ImageChange
{
    public const string Word = "delete";

    public override string Name => Word;

    public override string Call => "deleteImage";

    public override bool Repeats => true;

    public override TimeSpan Patience => options.ChangeDeadline;

    public override async Task<ImageVerdict> LookAsync(IContaboClient client, ImageScene scene, CancellationToken cancellationToken)
    {
        if (scene.Image.ProviderId is null)
        {
            return await FindAsync(client, scene, cancellationToken);
        }

        return await client.Images.FindAsync(scene.Image.ProviderId, cancellationToken) switch
        {
            null => ImageVerdict.Done("It does not stand at Contabo."),
            { StandardImage: true } => ImageVerdict.Impossible(ImageProblems.Standard()),
            _ => ImageVerdict.NotSo,
        };
    }

    public override object Kept(ImageScene scene) => new { Image = scene.Image.ProviderId };

    public override string Step(ImageScene scene) => $"Deleting image {scene.Image.ProviderId}.";

    public override async Task<string?> SendAsync(IContaboClient client, ImageScene scene, Intent intent)
    {
        await client.Images.DeleteAsync(scene.Image.ProviderId!, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override bool MeansDone(ContaboApiException refusal) => refusal is { Status: 404, ProviderMessages.Count: > 0 };

    public override async Task<ImageVerdict> SeeAsync(IContaboClient client, ImageScene scene, Intent intent, CancellationToken cancellationToken) =>
        await client.Images.FindAsync(scene.Image.ProviderId!, cancellationToken) is null ? ImageVerdict.Done("The image is deleted.") : ImageVerdict.NotSo;

    public override CustomImage Succeeded(ImageScene scene, DateTimeOffset now) => scene.Image with { State = ImageState.Deleted, EndedAt = now };

    /// <summary>What never got an id is looked for once more: its upload may have arrived late.</summary>
    private static async Task<ImageVerdict> FindAsync(IContaboClient client, ImageScene scene, CancellationToken cancellationToken)
    {
        var (found, certain) = await ImageLookup.FindAsync(client, scene.Image, intent: null, cancellationToken);
        return found is not null ? ImageVerdict.NotSo with { Seen = found }
            : certain ? ImageVerdict.Done("It does not stand at Contabo.")
            : ImageVerdict.Wait();
    }
}
