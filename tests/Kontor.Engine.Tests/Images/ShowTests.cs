using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>Lists, one image, and the room for the next one: each client sees its own.</summary>
public sealed class ShowTests : IDisposable
{
    private static readonly Actor Customer = Shop.Actor with { Client = Shop.SoldAs.Client };
    private static readonly Actor Stranger = Shop.Actor with { Client = "8" };
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Each_client_finds_its_own_images_and_nobody_elses()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());

        Assert.Equal(image.Id, Assert.Single(await ListAsync(Customer)).Image.Id);
        Assert.Equal(image.Id, Assert.Single(await ListAsync(Shop.Actor)).Image.Id);
        Assert.Equal(image.Id, Assert.Single(await ListAsync(Shop.Person)).Image.Id);
        Assert.Empty(await ListAsync(Stranger));
        Assert.Equal((await FindAsync(new ImageId("absent"), Stranger)).Problem, (await FindAsync(image.Id, Stranger)).Problem);
    }

    [Fact]
    public async Task A_deleted_image_is_shown_by_its_id_and_listed_no_more()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        var deletion = await _engine.DeleteAsync(image.Id);

        Assert.Empty(await ListAsync(Customer));
        var shown = (await FindAsync(image.Id, Customer)).Value;
        Assert.Equal((ImageState.Deleted, deletion.Id), (shown.Image.State, shown.Operation!.Id));
    }

    [Fact]
    public async Task The_room_is_said_before_anything_is_uploaded()
    {
        var subject = await _engine.ClientAsync();
        await _engine.ReadyAsync(subject);

        var space = (await _engine.Get<ShowImageSpaceHandler>().HandleAsync(subject.Id, Customer, Cancel)).Value;

        Assert.Equal((1, 4000L, 10, 25_600L), (space.Share.Count, space.Share.Mib, space.MostImages, space.MostMib));
        Assert.Equal((10_000L, 6_000L), (space.AccountSpace!.TotalMib, space.AccountSpace.FreeMib));
    }

    [Fact]
    public async Task Room_that_cannot_be_asked_for_is_not_known_and_not_none()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.ServerErrorBeforeEffect, "retrieveCustomImagesStats", 10_000);
        var asking = _engine.Get<ShowImageSpaceHandler>().HandleAsync(subject.Id, Customer, Cancel);
        while (!asking.IsCompleted)
        {
            _engine.Pass(TimeSpan.FromSeconds(10));
        }

        Assert.Null((await asking).Value.AccountSpace);
    }

    [Fact]
    public async Task Another_clients_room_is_not_told()
    {
        var subject = await _engine.ClientAsync();

        Assert.Equal("purchasing.subject_not_found", (await _engine.Get<ShowImageSpaceHandler>().HandleAsync(subject.Id, Stranger, Cancel)).Problem?.Code);
    }

    private Task<List<ShownImage>> ListAsync(Actor actor) => _engine.Get<ShowImagesHandler>().ListAsync(actor, null, null, 50, Cancel);

    private Task<Result<ShownImage>> FindAsync(ImageId id, Actor actor) => _engine.Get<ShowImagesHandler>().FindAsync(id, actor, Cancel);
}
