namespace Kontor.Contabo.Simulator.Images;

/// <summary>Moves a custom image through its download.</summary>
internal static class ImageLife
{
    public static void Save(World world, CustomImage image)
    {
        world.CustomImages.Save(image);
        if (image.DoneAt is { } at)
        {
            world.Agenda.Add(at, new ImageEvent(image.ImageId));
        }
    }

    public static void Advance(World world, Guid imageId)
    {
        var image = world.CustomImages[imageId];
        if (image.DoneAt == world.Now)
        {
            world.CustomImages.Save(image with
            {
                Status = image.WillFail ? CustomImage.Failed : CustomImage.Downloaded,
                // Assumed: the text.
                ErrorMessage = image.WillFail ? "Image is neither ISO nor qcow2" : "",
                DoneAt = null,
            });
        }
    }

    /// <summary>How much has arrived: all of it, or what fits into the time since the beginning.</summary>
    public static long UploadedMb(World world, CustomImage image) => image.Status switch
    {
        CustomImage.Downloaded => image.SizeMb,
        CustomImage.Downloading =>
            Math.Min(image.SizeMb, (long)((world.Now - image.CreatedAt).TotalSeconds * world.Options.ImageDownloadMbPerSecond)),
        _ => 0,
    };
}
