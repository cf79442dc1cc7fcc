using Kontor.Engine.Common;
using Kontor.Engine.Images.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Images;

/// <summary>Shows custom images; another source's or client's are answered exactly like absent ones.</summary>
public sealed class ShowImagesHandler(Database database, ImageStore images, SubjectStore subjects)
{
    /// <summary>Shows one image, a deleted one too.</summary>
    /// <param name="id">The image.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ShownImage>> FindAsync(ImageId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        return await images.FindAsync(id, cancellationToken) is { } image && image.IsSeenBy(actor)
            ? (await ShownAsync([image], cancellationToken))[0]
            : ImageProblems.NotFound();
    }

    /// <summary>Lists images that were not deleted, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="subject">Only those uploaded through this subject; null for all.</param>
    /// <param name="before">Only those older than this id.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<List<ShownImage>> ListAsync(Actor actor, SubjectId? subject, string? before, int limit, CancellationToken cancellationToken) =>
        await ShownAsync(await images.ListAsync(actor, subject, before, limit, cancellationToken), cancellationToken);

    private async Task<List<ShownImage>> ShownAsync(List<CustomImage> shown, CancellationToken cancellationToken)
    {
        var ids = shown.Select(image => image.ProviderId).OfType<string>().ToList();
        var machines = await database.ReadAsync(db => ResourceStore.InstalledFromAsync(db, ids), cancellationToken);
        var owners = (await subjects.FindAllAsync([.. machines.Select(machine => machine.Resource.SubjectId!.Value).Distinct()], cancellationToken))
            .ToDictionary(subject => subject.Id);
        var rows = new List<ShownImage>();
        foreach (var image in shown)
        {
            var operation = await database.ReadAsync(db => ImageWishes.NewestAsync(db, image.Id, kind: null), cancellationToken);
            rows.Add(new ShownImage(image, operation, [.. machines.Where(machine => Uses(machine, image, owners)).Select(machine => machine.Resource.Id)]));
        }

        return rows;
    }

    /// <summary>Whether a machine was installed from an image, and is of the same client: what others have is nobody's business.</summary>
    private static bool Uses((Resource Resource, string Image) machine, CustomImage image, Dictionary<SubjectId, Subject> owners) =>
        string.Equals(machine.Image, image.ProviderId, StringComparison.OrdinalIgnoreCase)
        && owners.TryGetValue(machine.Resource.SubjectId!.Value, out var owner)
        && owner.Source == image.Source && owner.Client == image.Client;
}

/// <summary>A custom image as it is shown.</summary>
/// <param name="Image">The image.</param>
/// <param name="Operation">The newest operation on it.</param>
/// <param name="UsedBy">Its client's machines that were installed from it.</param>
public sealed record ShownImage(CustomImage Image, Operation? Operation, IReadOnlyList<ResourceId> UsedBy);
