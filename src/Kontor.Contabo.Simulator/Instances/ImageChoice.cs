using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>Whether an image can be installed on a plan.</summary>
internal static class ImageChoice
{
    public static CloudResponse? Refusal(World world, string account, Guid imageId, Product product)
    {
        if (world.FindImage(account, imageId) is not { } image)
        {
            return Answers.Missing("Image", "imageId");
        }

        if (image.SizeMb > product.DiskGb * 1024L)
        {
            // Assumed: no one published what happens.
            return Answers.Refusal(400, $"Bad Request image {image.ImageId} needs more disk than product {product.ProductId} has");
        }

        return world.CustomImages.Find(account, imageId) is { IsReady: false }
            // Assumed: an image that is still being downloaded, or failed, cannot be installed.
            ? Answers.Refusal(world.Options.WrongStateStatus, $"Image {image.ImageId} is not ready")
            : null;
    }
}
