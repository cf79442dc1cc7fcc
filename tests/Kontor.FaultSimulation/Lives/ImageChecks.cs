using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What must hold of custom images once a run has come to rest and they were compared with the provider's list.</summary>
internal static class ImageChecks
{
    private static readonly Actor Staff = new(ActorKind.Operator, "staff");

    /// <summary>Every image is asked for once at the most, every image that stands is known, and what was deleted is gone.</summary>
    public static async Task CheckAsync(SimWorld world, IReadOnlyList<SimOrder> orders)
    {
        var shown = new List<CustomImage>();
        foreach (var id in orders.SelectMany(order => order.Images))
        {
            shown.Add((await world.Observer.Get<ShowImagesHandler>().FindAsync(id, Staff, CancellationToken.None)).Value.Image);
        }

        if (world.Cloud.Requests.Count(call => call.OperationId == "createCustomImage") > shown.Count)
        {
            throw new InvariantViolated("I1", $"{shown.Count} image(s) were wished and more were asked for");
        }

        foreach (var stored in world.Cloud.CustomImages)
        {
            if (shown.Count(image => image.ProviderId == stored.ImageId.ToString() && image.State != ImageState.Deleted) != 1)
            {
                throw new InvariantViolated("I3", $"the image '{stored.Name}' stands at the provider and no row knows it");
            }
        }
    }
}
