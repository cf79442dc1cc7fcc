using Kontor.Contabo;
using Kontor.Contabo.Images;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Images.Change;

/// <summary>Calls an image something else, or describes it otherwise; the marker in its name stays.</summary>
public sealed class DescribeChange(ImageOptions options) : ImageChange
{
    public const string Word = "describe";

    public override string Name => Word;

    public override string Call => "updateImage";

    public override bool Repeats => true;

    public override TimeSpan Patience => options.ChangeDeadline;

    public override async Task<ImageVerdict> LookAsync(IContaboClient client, ImageScene scene, CancellationToken cancellationToken) =>
        await client.Images.FindAsync(scene.Image.ProviderId!, cancellationToken) switch
        {
            null => ImageVerdict.Impossible(ImageProblems.Vanished()),
            { StandardImage: true } => ImageVerdict.Impossible(ImageProblems.Standard()),
            var seen => IsSo(scene, seen) ? ImageVerdict.Done("It is called and described so already.") : ImageVerdict.NotSo,
        };

    public override object Kept(ImageScene scene) => new { Image = scene.Image.ProviderId, Name = scene.Image.ProviderName(scene.Wish.Name), scene.Wish.Description };

    public override string Step(ImageScene scene) => $"Calling the image {scene.Wish.Name}.";

    public override async Task<string?> SendAsync(IContaboClient client, ImageScene scene, Intent intent)
    {
        var request = new UpdateCustomImageRequest { Name = scene.Image.ProviderName(scene.Wish.Name), Description = scene.Wish.Description };
        await client.Images.UpdateAsync(scene.Image.ProviderId!, request, RequestId.Parse(intent.RequestId), CancellationToken.None);
        return null;
    }

    public override async Task<ImageVerdict> SeeAsync(IContaboClient client, ImageScene scene, Intent intent, CancellationToken cancellationToken) =>
        await client.Images.FindAsync(scene.Image.ProviderId!, cancellationToken) switch
        {
            null => ImageVerdict.Impossible(ImageProblems.Vanished()),
            var seen => IsSo(scene, seen) ? ImageVerdict.Done($"The image is called {scene.Wish.Name}.") : ImageVerdict.NotSo,
        };

    public override CustomImage Succeeded(ImageScene scene, DateTimeOffset now) =>
        scene.Image with { Name = scene.Wish.Name, Description = scene.Wish.Description };

    private static bool IsSo(ImageScene scene, Image seen) =>
        seen.Name == scene.Image.ProviderName(scene.Wish.Name) && (seen.Description ?? "") == scene.Wish.Description;
}
