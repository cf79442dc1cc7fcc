using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Images;

/// <summary>What an account may do with images of its own; standard ones are nobody's to change.</summary>
internal static class CustomImageOperations
{
    public static CloudResponse Create(OperationCall call)
    {
        if (ImageSource.Of(call.Text("url")!) is not { } source)
        {
            // Source: the description of the API.
            return Answers.Refusal(415, "Unsupported Media Type: Please provide a direct link to an .iso or .qcow2 image.");
        }

        if (Refusal(call, source) is { } refusal)
        {
            return refusal;
        }

        var image = Registered(call, source);
        ImageLife.Save(call.World, image);
        Audit(call, image, "CREATED", null, new { image.Name, image.Url });
        return Answers.Single(201, ImageReceipt.Of(call, image), $"/v1/compute/images/{image.ImageId}");
    }

    public static CloudResponse Update(OperationCall call)
    {
        if (Find(call) is not { } image)
        {
            return Missing();
        }

        var changed = image with
        {
            Name = call.Text("name") ?? image.Name,
            Description = call.Text("description") ?? image.Description,
            ModifiedAt = call.World.Now,
        };
        if (changed.Name != image.Name && call.World.CustomImages.Named(call.Account.ClientId, changed.Name) is not null)
        {
            return Duplicate();
        }

        call.World.CustomImages.Save(changed);
        Audit(call, image, "UPDATED", new { image.Name, image.Description }, new { changed.Name, changed.Description });
        return Answers.Single(200, ImageReceipt.Of(call, image), call.Path);
    }

    public static CloudResponse Delete(OperationCall call)
    {
        if (Find(call) is not { } image)
        {
            return Missing();
        }

        call.World.CustomImages.Save(image with { IsDeleted = true, DoneAt = null });
        call.World.Tags.Forget(call.Account.ClientId, "image", image.ImageId.ToString());
        Audit(call, image, "DELETED", new { image.Name, image.Url }, null);
        return Answers.NoContent;
    }

    public static CloudResponse Stats(OperationCall call)
    {
        var (total, used) = (TotalMb(call), UsedMb(call));
        return Answers.Single(
            200,
            new CustomImageStats(
                call.Account.TenantId, call.Account.CustomerId, call.World.CustomImages.Of(call.Account.ClientId).Count(), total, used,
                Math.Max(0, total - used)),
            call.Path);
    }

    // Assumed: a malformed id and a standard image are what this account has no custom image of.
    private static CustomImage? Find(OperationCall call) =>
        Guid.TryParse(call.Key("imageId"), out var id) ? call.World.CustomImages.Find(call.Account.ClientId, id) : null;

    private static CloudResponse Missing() => Answers.Missing("Image", "imageId");

    // Source: clients count on the status. Assumed: the text, and that a rename is refused alike.
    private static CloudResponse Duplicate() => Answers.Refusal(409, "Image with this name already exists");

    private static CloudResponse? Refusal(OperationCall call, ImageSource source)
    {
        if (call.World.CustomImages.Named(call.Account.ClientId, call.Text("name")!) is not null)
        {
            return Duplicate();
        }

        // Documented: refused beyond the limit. Assumed: status and texts, and that no add-on means no space.
        var total = TotalMb(call);
        if (total == 0)
        {
            return Answers.Refusal(402, "Custom images need the custom image add-on");
        }

        return UsedMb(call) + source.SizeMb > total ? Answers.Refusal(402, $"Custom images exceed the total max limit of {total} MB") : null;
    }

    /// <summary>The space of every add-on on the account's instances.</summary>
    private static long TotalMb(OperationCall call)
    {
        var (world, account) = (call.World, call.Account.ClientId);
        var addOns = world.Instances.Ids(account).SelectMany(id => world.Instances[id].AddOns).Where(addOn => addOn.Id == Catalogue.CustomImage);
        return world.Options.CustomImageBaseMb + addOns.Sum(addOn => addOn.Quantity * world.Options.CustomImageAddOnMb);
    }

    // Assumed: a download takes its whole place from the start, a failed one none.
    private static long UsedMb(OperationCall call) =>
        call.World.CustomImages.Of(call.Account.ClientId).Where(image => image.Status != CustomImage.Failed).Sum(image => image.SizeMb);

    private static CustomImage Registered(OperationCall call, ImageSource source)
    {
        var world = call.World;
        var seconds = (double)source.SizeMb / world.Options.ImageDownloadMbPerSecond;
        return new CustomImage
        {
            ImageId = world.Ids.NextUuid(),
            Account = call.Account.ClientId,
            RegisteredName = call.Text("name")!,
            Name = call.Text("name")!,
            Description = call.Text("description") ?? "",
            Url = call.Text("url")!,
            OsType = call.Text("osType")!,
            Version = call.Text("version")!,
            Format = source.Format,
            SizeMb = source.SizeMb,
            CreatedAt = world.Now,
            ModifiedAt = world.Now,
            Status = CustomImage.Downloading,
            DoneAt = world.Now + TimeSpan.FromSeconds(Math.Ceiling(seconds)),
            WillFail = call.NextFault(FaultCategory.Outcome)?.Misbehaviour == Misbehaviour.ImageDownloadError,
        };
    }

    private static void Audit(OperationCall call, CustomImage image, string action, object? prev, object? next) =>
        AuditWriter.Write(call, AuditKind.Images, action, new Dictionary<string, object> { ["imageId"] = image.ImageId }, prev, next);
}

/// <summary>Source: the schemas CreateCustomImageResponseData and UpdateCustomImageResponseData.</summary>
internal sealed record ImageReceipt(string TenantId, string CustomerId, Guid ImageId)
{
    public static ImageReceipt Of(OperationCall call, CustomImage image) =>
        new(call.Account.TenantId, call.Account.CustomerId, image.ImageId);
}

/// <summary>Source: schema CustomImagesStatsResponseData.</summary>
internal sealed record CustomImageStats(
    string TenantId, string CustomerId, int CurrentImagesCount, long TotalSizeMb, long UsedSizeMb, long FreeSizeMb);
