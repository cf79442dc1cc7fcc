using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Images;
using Kontor.Engine.Operations;
using Kontor.FaultSimulation.World;

namespace Kontor.FaultSimulation.Lives;

/// <summary>What customers do with images of their own: each is sent until it is acknowledged or refused.</summary>
internal sealed class ImageWork(SimWorld world, BillingSystem billing)
{
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(8);
    private static readonly Actor Shop = new(ActorKind.ApiKey, "shop", "shop");
    private int _keys;

    /// <summary>Each customer has two images fetched while its machine restarts, names them, and loses one by Kontor and one past it.</summary>
    public void Do(IReadOnlyList<SimOrder> orders)
    {
        foreach (var order in orders)
        {
            world.RunLater(Seconds(60), () => UploadAsync(order, "first"));
            world.RunLater(Seconds(120), () => UploadAsync(order, "second"));
            world.RunLater(TimeSpan.FromSeconds(60) + Seconds(120), () => billing.PowerAsync(order, PowerAction.Restart));
        }

        world.RunUntilQuiet(Horizon);
        for (var round = 0; round < 2; round++)
        {
            ForEachImage(orders, (order, image) => NameAsync(order, image, "other"));
        }

        DeleteInThePanel(orders);
        ForEachImage(orders, DeleteAsync);
        // What arrives after it counted as deleted is noticed too.
        world.Jump(TimeSpan.FromHours(1));
        world.SweepImagesNow();
    }

    /// <summary>Has an image fetched.</summary>
    public Task UploadAsync(SimOrder order, string name) => SendAsync(order, async (alive, key) =>
    {
        var wish = new UploadImage(
            order.Acknowledged!.Subject.Id, $"{name} of {order.Number}", $"https://files.example.com/{name}.iso?sizeMb=700", OsType.Linux, "1", "shop");
        var answer = await alive.Get<UploadImageHandler>().HandleAsync(wish, key, Shop, CancellationToken.None);
        if (answer.Problem is null && !order.Images.Contains(answer.Value.Image.Id))
        {
            order.Images.Add(answer.Value.Image.Id);
        }

        return answer.Match<Result<Operation>>(accepted => accepted.Operation, problem => problem);
    });

    /// <summary>Calls an image something else.</summary>
    public Task NameAsync(SimOrder order, ImageId image, string name) => SendAsync(order, (alive, key) =>
        alive.Get<ChangeImageHandler>().HandleAsync(new DescribeImage(image, name, "described", "shop"), key, Shop, CancellationToken.None));

    /// <summary>Deletes an image.</summary>
    public Task DeleteAsync(SimOrder order, ImageId image) => SendAsync(order, (alive, key) =>
        alive.Get<ChangeImageHandler>().HandleAsync(new DeleteImage(image, "shop"), key, Shop, CancellationToken.None));

    private void ForEachImage(IReadOnlyList<SimOrder> orders, Func<SimOrder, ImageId, Task> wish)
    {
        foreach (var (order, image) in orders.SelectMany(order => order.Images.Select(image => (order, image))).ToList())
        {
            world.RunLater(Seconds(60), () => wish(order, image));
        }

        world.RunUntilQuiet(Horizon);
    }

    private void DeleteInThePanel(IReadOnlyList<SimOrder> orders)
    {
        world.Jump(TimeSpan.FromMinutes(20));
        foreach (var image in world.Cloud.CustomImages.Where(image => image.Url.EndsWith("second.iso?sizeMb=700", StringComparison.Ordinal)).ToList())
        {
            world.Cloud.Panel.DeleteImage(image.ImageId);
        }

        world.SweepImagesNow();
        world.SweepImagesNow();
    }

    private async Task SendAsync(SimOrder order, Func<SimNode, string, Task<Result<Operation>>> wish)
    {
        var (key, over) = ($"image-{++_keys}", false);
        while (!over)
        {
            if (world.Node is not { } alive)
            {
                await Task.Delay(TimeSpan.FromSeconds(5), world.Time, CancellationToken.None);
                continue;
            }

            try
            {
                var answer = await wish(alive, key);
                order.Others.AddRange(answer.Problem is null ? [answer.Value.Id] : []);
                over = true;
            }
            catch (NodeDied)
            {
            }
        }
    }

    private TimeSpan Seconds(int most) => TimeSpan.FromSeconds(world.Random.Next(most));
}
