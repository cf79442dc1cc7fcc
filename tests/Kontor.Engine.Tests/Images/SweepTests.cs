using Kontor.Contabo;
using Kontor.Contabo.Images;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Accounts;
using Kontor.Engine.Images;
using Kontor.Engine.Inventory;
using Kontor.Engine.Tests.Compute;
using CustomImage = Kontor.Engine.Images.CustomImage;

namespace Kontor.Engine.Tests.Images;

/// <summary>What happens to our images past Kontor is noticed, with one list, and nobody else's are touched.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_image_deleted_in_the_panel_is_a_finding_once_two_complete_lists_lack_it()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Pass(TimeSpan.FromMinutes(16));
        _engine.Cloud.Panel.DeleteImage(Guid.Parse(image.ProviderId!));

        await _engine.SweepImagesAsync();
        Assert.Equal(ImageState.Ready, (await _engine.ImageAsync(image.Id)).State);
        await _engine.SweepImagesAsync();

        Assert.Equal(ImageState.Vanished, (await _engine.ImageAsync(image.Id)).State);
        Assert.Contains(image.Name, Assert.Single(await _engine.FindingsAsync(), one => one.Kind == FindingKind.ImageLost).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_list_proves_nothing()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Pass(TimeSpan.FromMinutes(16));
        _engine.Cloud.Panel.DeleteImage(Guid.Parse(image.ProviderId!));
        _engine.Wire.ChangeReadsOf("/v1/compute/images", "\"totalElements\":0", "\"totalElements\":1");

        await _engine.SweepImagesAsync();
        await _engine.SweepImagesAsync();

        Assert.Equal((ImageState.Ready, 0), ((await _engine.ImageAsync(image.Id)).State, (await _engine.ImageAsync(image.Id)).MissingLists));
    }

    [Fact]
    public async Task An_image_the_provider_calls_unusable_is_a_finding_with_its_reason()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Cloud.Panel.SpoilImage(Guid.Parse(image.ProviderId!), "checksum broken");

        await _engine.SweepImagesAsync();

        Assert.Equal((ImageState.Failed, "checksum broken"), ((await _engine.ImageAsync(image.Id)).State, (await _engine.ImageAsync(image.Id)).ErrorMessage));
        Assert.Contains("checksum broken", Assert.Single(await _engine.FindingsAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_closes_the_finding()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Cloud.Panel.SpoilImage(Guid.Parse(image.ProviderId!), "checksum broken");
        await _engine.SweepImagesAsync();

        await _engine.DeleteAsync(image.Id);

        Assert.Empty(await _engine.FindingsAsync());
    }

    [Fact]
    public async Task An_upload_that_counted_as_unknown_is_found_when_it_turns_up()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "createCustomImage");
        var (id, _) = await _engine.UploadAsync(Pictures.Upload(subject));
        var unknown = await _engine.ImageAsync(id);
        await _engine.Get<ContaboAccounts>().Default!.Client.Images.CreateAsync(
            new CreateCustomImageRequest { Name = $"debian 12 {unknown.Marker}", Url = Pictures.Link, OsType = ImageOsType.Linux, Version = "12.5" },
            new RequestId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            TestContext.Current.CancellationToken);

        await _engine.SweepImagesAsync();

        var found = await _engine.ImageAsync(id);
        Assert.Equal((ImageState.Downloading, Assert.Single(_engine.InCloud()).ImageId.ToString()), (found.State, found.ProviderId));
    }

    [Fact]
    public async Task An_upload_that_arrives_after_it_was_deleted_as_unknown_is_shown_again()
    {
        var subject = await _engine.ClientAsync();
        _engine.Cloud.Faults.Add(new FaultRule
        {
            Misbehaviour = Misbehaviour.TimeoutThenLateEffect, Operation = "createCustomImage", Delay = TimeSpan.FromMinutes(40),
        });
        var (id, _) = await _engine.UploadAsync(Pictures.Upload(subject));
        await _engine.DeleteAsync(id);
        _engine.Pass(TimeSpan.FromMinutes(40));

        await _engine.SweepImagesAsync();

        Assert.Equal(ImageState.Ready, (await _engine.ImageAsync(id)).State);
        Assert.Equal("succeeded", (await _engine.DeleteAsync(id)).State);
        Assert.Empty(_engine.InCloud());
    }

    [Fact]
    public async Task Images_that_no_row_knows_are_left_alone()
    {
        await _engine.ReadyAsync(await _engine.ClientAsync());
        await _engine.Get<ContaboAccounts>().Default!.Client.Images.CreateAsync(
            new CreateCustomImageRequest { Name = "a person's", Url = Pictures.Link, OsType = ImageOsType.Linux, Version = "1" },
            new RequestId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            TestContext.Current.CancellationToken);

        await _engine.SweepImagesAsync();

        Assert.Equal((2, 1, 0), (_engine.InCloud().Count, (await _engine.AllAsync<CustomImage>()).Count, (await _engine.FindingsAsync()).Count));
    }

    [Fact]
    public async Task A_sweep_is_one_list_and_none_where_there_is_no_image()
    {
        var subject = await _engine.ClientAsync();
        var before = _engine.Calls("retrieveImageList");
        await _engine.SweepImagesAsync();
        Assert.Equal(before, _engine.Calls("retrieveImageList"));
        await _engine.ReadyAsync(subject);
        before = _engine.Calls("retrieveImageList");

        await _engine.SweepImagesAsync();

        Assert.Equal(before + 1, _engine.Calls("retrieveImageList"));
    }

    [Fact]
    public async Task An_image_that_is_being_changed_is_left_to_its_operation()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        await _engine.TryDeleteAsync(image.Id);
        _engine.Cloud.Panel.SpoilImage(Guid.Parse(image.ProviderId!), "broken");

        await _engine.SweepImagesAsync();

        Assert.Empty(await _engine.FindingsAsync());
    }
}
