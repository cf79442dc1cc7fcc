using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>What is done with custom images, in which the provider misbehaves once.</summary>
internal static class ImageWorkflows
{
    private static readonly Actor Staff = new(ActorKind.Operator, "staff");

    public static IReadOnlyList<Workflow> All { get; } =
    [
        new("image upload", "createCustomImage", Upload) { Before = life => life.Buy(), MostEffects = 1, Judge = Known },
        new("image name", "updateImage", life => life.Run(() => Work(life).NameAsync(life.Order, life.Order.Images[0], "other")))
        {
            Before = Uploaded,
            Judge = life => !Succeeded(life) || life.World.Cloud.CustomImages.All(image => image.Name.StartsWith("other k-", StringComparison.Ordinal))
                ? Known(life)
                : "the image was named and is not called so",
        },
        new("image deletion", "deleteImage", life => life.Run(() => Work(life).DeleteAsync(life.Order, life.Order.Images[0])))
        {
            Before = Uploaded,
            Judge = life => !Succeeded(life) || life.World.Cloud.CustomImages.Count == 0 ? Known(life) : "the image was deleted and stands",
        },
    ];

    private static ImageWork Work(MatrixLife life) => new(life.World, life.Billing);

    private static void Upload(MatrixLife life) => life.Run(() => Work(life).UploadAsync(life.Order, "first"));

    private static void Uploaded(MatrixLife life)
    {
        life.Buy();
        Upload(life);
    }

    private static bool Succeeded(MatrixLife life) => life.Find(life.Order.Others[^1]).Status == "succeeded";

    /// <summary>Our row says what is so: a ready image stands, and one that stands is known.</summary>
    private static string? Known(MatrixLife life)
    {
        life.World.SweepImagesNow();
        life.World.SweepImagesNow();
        var shown = life.Order.Images.Count == 0 ? null : Image(life);
        var stands = life.World.Cloud.CustomImages.Count;
        return (shown?.State is ImageState.Ready or ImageState.Downloading or ImageState.Failed) == (stands == 1) || (shown?.State == ImageState.Failed && stands == 0)
            ? null
            : $"the image is {shown?.State} and {stands} stand(s) at the provider";
    }

    private static CustomImage Image(MatrixLife life)
    {
        var found = life.World.Observer.Get<ShowImagesHandler>().FindAsync(life.Order.Images[0], Staff, CancellationToken.None);
        life.World.RunUntil(found);
        return found.GetAwaiter().GetResult().Value.Image;
    }
}
