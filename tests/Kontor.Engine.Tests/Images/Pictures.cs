using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Images;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Images.Sweep;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>What a client asks of custom images, and what stands at the cloud afterwards.</summary>
internal static class Pictures
{
    public const string Link = "https://files.example.com/debian.qcow2?sizeMb=4000&signature=s3cr3t-signature";
    private static int _keys;

    /// <summary>Gets a cloud whose account has room for 10,000 MB of custom images.</summary>
    public static SimulatorOptions Roomy { get; } = new() { CustomImageBaseMb = 10_000 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A client with a machine.</summary>
    public static async Task<Subject> ClientAsync(this EngineFixture engine) => (await engine.BuyAsync(Shop.Order)).Subject;

    public static UploadImage Upload(Subject subject) => new(subject.Id, "debian 12", Link, OsType.Linux, "12.5", "shop");

    public static Task<Result<AcceptedImage>> TryUploadAsync(this EngineFixture engine, UploadImage wish, string? key = null, Actor? actor = null) =>
        engine.Get<UploadImageHandler>().HandleAsync(wish, key ?? NewKey(), actor ?? Shop.Actor, Cancel);

    /// <summary>Uploads, and lets time pass until that has come to something.</summary>
    public static async Task<(ImageId Id, Operation Operation)> UploadAsync(this EngineFixture engine, UploadImage wish)
    {
        var accepted = (await engine.TryUploadAsync(wish)).Value;
        return (accepted.Image.Id, await engine.RunUntilAtRestAsync(accepted.Operation.Id));
    }

    /// <summary>An image that is ready.</summary>
    public static async Task<CustomImage> ReadyAsync(this EngineFixture engine, Subject subject)
    {
        var (id, operation) = await engine.UploadAsync(Upload(subject));
        Assert.Equal("succeeded", operation.State);
        return await engine.ImageAsync(id);
    }

    public static Task<Result<Operation>> TryDescribeAsync(this EngineFixture engine, ImageId id, string? name, string? description = null, string? key = null, Actor? actor = null) =>
        engine.Get<ChangeImageHandler>().HandleAsync(new DescribeImage(id, name, description, "shop"), key ?? NewKey(), actor ?? Shop.Actor, Cancel);

    public static async Task<Operation> DescribeAsync(this EngineFixture engine, ImageId id, string? name, string? description = null) =>
        await engine.RunUntilAtRestAsync((await engine.TryDescribeAsync(id, name, description)).Value.Id);

    public static Task<Result<Operation>> TryDeleteAsync(this EngineFixture engine, ImageId id, string? key = null, Actor? actor = null) =>
        engine.Get<ChangeImageHandler>().HandleAsync(new DeleteImage(id, "shop"), key ?? NewKey(), actor ?? Shop.Actor, Cancel);

    public static async Task<Operation> DeleteAsync(this EngineFixture engine, ImageId id) =>
        await engine.RunUntilAtRestAsync((await engine.TryDeleteAsync(id)).Value.Id);

    public static async Task<CustomImage> ImageAsync(this EngineFixture engine, ImageId id) =>
        (await engine.AllAsync<CustomImage>()).Single(image => image.Id == id);

    /// <summary>The custom images that stand at the cloud.</summary>
    public static IReadOnlyList<StoredImage> InCloud(this EngineFixture engine) => engine.Cloud.CustomImages;

    public static Task SweepImagesAsync(this EngineFixture engine) =>
        engine.Get<SweepImages>().RunAsync(engine.Get<ContaboAccounts>().Default!, Cancel);

    public static string NewKey() => $"image-{Interlocked.Increment(ref _keys)}";
}
