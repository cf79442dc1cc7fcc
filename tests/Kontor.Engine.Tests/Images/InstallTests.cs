using Kontor.Engine.Compute.Create;
using Kontor.Engine.Images;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>Machines are installed from a client's own images, and from nobody else's.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_client_orders_a_machine_with_its_image_and_is_shown_which_machines_use_it()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());

        var order = await _engine.BuyAsync(Shop.OrderFor("1002") with { Image = image.ProviderId! });

        var machine = await _engine.ResourceAsync(order.Subject.Id);
        Assert.Equal(image.ProviderId, (await _engine.InCloudAsync(machine.Id)).ImageId.ToString());
        var shown = (await _engine.Get<ShowImagesHandler>().FindAsync(image.Id, Shop.Actor, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(machine.Id, Assert.Single(shown.UsedBy));
    }

    [Fact]
    public async Task Another_clients_image_cannot_be_ordered_or_installed_and_is_answered_like_an_absent_one()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        var other = Shop.OrderFor("1002") with { Fingerprint = Shop.SoldAs with { Client = "8" } };
        var machine = (await _engine.ResourceAsync((await _engine.BuyAsync(other)).Subject.Id)).Id;

        var order = (await _engine.TryOrderAsync(other with { Subject = new SubjectKey("shop", "service", "1003"), Image = image.ProviderId! })).Problem;
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe(machine) with { Image = image.ProviderId! })).Problem;

        Assert.Equal(("catalog.image_unknown", "catalog.image_unknown"), (order?.Code, reinstall?.Code));
    }

    [Fact]
    public async Task A_client_installs_its_machine_anew_from_its_image()
    {
        var subject = await _engine.ClientAsync();
        var image = await _engine.ReadyAsync(subject);
        var machine = (await _engine.ResourceAsync(subject.Id)).Id;

        var end = await _engine.ReinstallAsync(Access.Wipe(machine) with { Image = image.ProviderId! });

        Assert.Equal(("succeeded", image.ProviderId), (end.State, (await _engine.InCloudAsync(machine)).ImageId.ToString()));
    }

    [Fact]
    public async Task An_image_that_has_not_arrived_is_not_installed()
    {
        var subject = await _engine.ClientAsync();
        var accepted = (await _engine.TryUploadAsync(Pictures.Upload(subject))).Value;
        _engine.Pass(TimeSpan.FromSeconds(20));
        var id = (await _engine.ImageAsync(accepted.Image.Id)).ProviderId!;

        Assert.Equal("images.not_ready", (await _engine.TryOrderAsync(Shop.OrderFor("1002") with { Image = id })).Problem?.Code);
        Assert.Equal("images.not_ready", (await _engine.TryReinstallAsync(Access.Wipe((await _engine.ResourceAsync(subject.Id)).Id) with { Image = id })).Problem?.Code);
    }

    [Fact]
    public async Task An_image_larger_than_the_disk_is_refused_before_anything_is_bought()
    {
        using var engine = new EngineFixture(cloud: new() { CustomImageBaseMb = 1_000_000 });
        var subject = await engine.ClientAsync();
        var (id, _) = await engine.UploadAsync(Pictures.Upload(subject) with { Url = "https://files.example.com/huge.qcow2?sizeMb=200000" });
        var image = (await engine.ImageAsync(id)).ProviderId!;

        Assert.Equal("catalog.image_too_large", (await engine.TryOrderAsync(Shop.OrderFor("1002") with { Image = image })).Problem?.Code);
        Assert.Equal("catalog.image_too_large", (await engine.TryReinstallAsync(Access.Wipe((await engine.ResourceAsync(subject.Id)).Id) with { Image = image })).Problem?.Code);
        Assert.Single(engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task An_image_is_not_deleted_while_an_order_or_a_reinstall_is_about_to_use_it()
    {
        var subject = await _engine.ClientAsync();
        var image = await _engine.ReadyAsync(subject);
        var order = await _engine.OrderAsync(Shop.OrderFor("1002") with { Image = image.ProviderId! });
        Assert.Equal("images.in_use", (await _engine.TryDeleteAsync(image.Id)).Problem?.Code);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        var reinstall = (await _engine.TryReinstallAsync(Access.Wipe((await _engine.ResourceAsync(subject.Id)).Id) with { Image = image.ProviderId! })).Value;
        Assert.Equal("images.in_use", (await _engine.TryDeleteAsync(image.Id)).Problem?.Code);
        await _engine.RunUntilAtRestAsync(reinstall.Id);

        Assert.Equal("succeeded", (await _engine.DeleteAsync(image.Id)).State);
    }

    [Fact]
    public async Task A_deleted_image_is_ordered_no_more()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        await _engine.DeleteAsync(image.Id);

        Assert.Equal("catalog.image_unknown", (await _engine.TryOrderAsync(Shop.OrderFor("1002") with { Image = image.ProviderId! })).Problem?.Code);
    }

    [Fact]
    public async Task A_seller_is_told_the_price_of_a_machine_with_one_of_its_clients_images()
    {
        var image = (await _engine.ReadyAsync(await _engine.ClientAsync())).ProviderId!;

        var mine = await _engine.Get<OfferHandler>().HandleAsync(Wanted(image, "shop"), TestContext.Current.CancellationToken);
        var others = await _engine.Get<OfferHandler>().HandleAsync(Wanted(image, "other"), TestContext.Current.CancellationToken);

        Assert.Equal((image, "catalog.image_unknown"), (mine.Value.Quote.Image, others.Problem?.Code));
    }

    private static OfferRequest Wanted(string image, string source) => new("V153", "EU", image, 1, null, new ImageOwner(source, null));
}
