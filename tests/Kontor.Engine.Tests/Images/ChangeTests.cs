using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>New names, descriptions and deletions: of our images alone, one at a time, harmless twice.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_new_name_keeps_the_marker_and_a_description_is_added()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());

        Assert.Equal("succeeded", (await _engine.DescribeAsync(image.Id, "debian new", "for the web machines")).State);

        var stored = Assert.Single(_engine.InCloud());
        Assert.Equal(($"debian new {image.Marker}", "for the web machines"), (stored.Name, stored.Description));
        Assert.Equal(("debian new", "for the web machines"), ((await _engine.ImageAsync(image.Id)).Name, (await _engine.ImageAsync(image.Id)).Description));
    }

    [Fact]
    public async Task A_name_it_has_already_is_not_sent()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());

        Assert.Equal("succeeded", (await _engine.DescribeAsync(image.Id, image.Name)).State);

        Assert.Equal(0, _engine.Calls("updateImage"));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 2)]
    public async Task A_name_whose_answer_was_lost_is_sent_again_only_where_it_had_no_effect(Misbehaviour lost, int calls)
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Fault(lost, "updateImage");

        Assert.Equal("succeeded", (await _engine.DescribeAsync(image.Id, "other")).State);

        Assert.Equal((calls, $"other {image.Marker}"), (_engine.Calls("updateImage"), Assert.Single(_engine.InCloud()).Name));
    }

    [Fact]
    public async Task A_deleted_image_is_gone_and_so_is_its_place()
    {
        var subject = await _engine.ClientAsync();
        var image = await _engine.ReadyAsync(subject);

        Assert.Equal("succeeded", (await _engine.DeleteAsync(image.Id)).State);

        Assert.Empty(_engine.InCloud());
        Assert.Equal(ImageState.Deleted, (await _engine.ImageAsync(image.Id)).State);
        Assert.Null((await _engine.TryUploadAsync(Pictures.Upload(subject) with { SizeMib = 10_000 })).Problem);
    }

    [Fact]
    public async Task A_second_deletion_is_the_first_one()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        var first = (await _engine.TryDeleteAsync(image.Id)).Value;
        var meanwhile = (await _engine.TryDeleteAsync(image.Id)).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        var after = (await _engine.TryDeleteAsync(image.Id)).Value;

        Assert.Equal((first.Id, first.Id, 1), (meanwhile.Id, after.Id, _engine.Calls("deleteImage")));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect, 1)]
    [InlineData(Misbehaviour.TimeoutBeforeEffect, 2)]
    public async Task A_deletion_whose_answer_was_lost_ends_with_the_image_gone(Misbehaviour lost, int calls)
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Fault(lost, "deleteImage");

        Assert.Equal("succeeded", (await _engine.DeleteAsync(image.Id)).State);

        Assert.Equal((calls, 0), (_engine.Calls("deleteImage"), _engine.InCloud().Count));
    }

    [Fact]
    public async Task An_image_that_somebody_deleted_in_the_panel_is_deleted_without_a_call()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Cloud.Panel.DeleteImage(Guid.Parse(image.ProviderId!));

        Assert.Equal(("succeeded", 0), ((await _engine.DeleteAsync(image.Id)).State, _engine.Calls("deleteImage")));
    }

    [Fact]
    public async Task An_upload_that_is_unknown_is_looked_for_before_it_counts_as_deleted()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "createCustomImage");
        var (id, _) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal(("succeeded", 0), ((await _engine.DeleteAsync(id)).State, _engine.Calls("deleteImage")));
        Assert.Equal(ImageState.Deleted, (await _engine.ImageAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_elses_image_is_deleted_with_ours()
    {
        var subject = await _engine.ClientAsync();
        var (mine, other) = (await _engine.ReadyAsync(subject), await _engine.ReadyAsync(subject));

        await _engine.DeleteAsync(mine.Id);

        Assert.Equal(other.ProviderId, Assert.Single(_engine.InCloud()).ImageId.ToString());
    }

    [Fact]
    public async Task Another_wish_waits_until_the_first_is_over()
    {
        var accepted = (await _engine.TryUploadAsync(Pictures.Upload(await _engine.ClientAsync()))).Value;

        Assert.Equal("images.busy", (await _engine.TryDescribeAsync(accepted.Image.Id, "other")).Problem?.Code);
        Assert.Equal("images.busy", (await _engine.TryDeleteAsync(accepted.Image.Id)).Problem?.Code);
        await _engine.RunUntilAtRestAsync(accepted.Operation.Id);
        Assert.Null((await _engine.TryDescribeAsync(accepted.Image.Id, "other")).Problem);
    }

    [Fact]
    public async Task What_does_not_stand_at_the_provider_is_not_called_otherwise()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.TooManyRequests, "createCustomImage");
        var (id, _) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal("images.not_there", (await _engine.TryDescribeAsync(id, "other")).Problem?.Code);
    }

    [Fact]
    public async Task Another_clients_image_is_answered_like_an_absent_one()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        var stranger = Shop.Actor with { Client = "8" };
        var absent = new ImageId("absent");

        Assert.Equal((await _engine.TryDescribeAsync(absent, "x", actor: stranger)).Problem, (await _engine.TryDescribeAsync(image.Id, "x", actor: stranger)).Problem);
        Assert.Equal((await _engine.TryDeleteAsync(absent, actor: stranger)).Problem, (await _engine.TryDeleteAsync(image.Id, actor: stranger)).Problem);
        Assert.Equal("images.not_found", (await _engine.TryDeleteAsync(image.Id, actor: stranger)).Problem?.Code);
        Assert.Equal("images.not_found", (await _engine.TryDeleteAsync(image.Id, actor: Shop.Actor with { Source = "other" })).Problem?.Code);
        Assert.Equal((0, 0), (_engine.Calls("deleteImage"), _engine.Calls("updateImage")));
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_operation_and_its_key_serves_no_other()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        var first = (await _engine.TryDescribeAsync(image.Id, "other", key: "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Id);

        Assert.Equal(first.Id, (await _engine.TryDescribeAsync(image.Id, "other", key: "key")).Value.Id);
        Assert.Equal("purchasing.idempotency_key_reused", (await _engine.TryDeleteAsync(image.Id, "key")).Problem?.Code);
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_provider_cannot_be_asked()
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Fault(Misbehaviour.ServerErrorBeforeEffect, "retrieveImage", 10_000);

        var end = await _engine.DeleteAsync(image.Id);

        Assert.Equal(("failed", "images.not_in_time", 0), (end.State, end.ProblemCode, _engine.Calls("deleteImage")));
        Assert.Equal(ImageState.Ready, (await _engine.ImageAsync(image.Id)).State);
    }

    [Theory]
    [InlineData("image.intent/committed")]
    [InlineData("image.call/not_sent")]
    [InlineData("image.call/answered")]
    [InlineData("image.sent/before")]
    [InlineData("image.sent/committed")]
    [InlineData("image.looked/before")]
    public async Task A_process_that_dies_on_the_way_leaves_a_deletion_that_the_next_one_ends(string place)
    {
        var image = await _engine.ReadyAsync(await _engine.ClientAsync());
        _engine.Start(new KilledAt(place));
        var deletion = (await _engine.TryDeleteAsync(image.Id)).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(1)));
        _engine.Start();

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(deletion.Id)).State);
        Assert.Empty(_engine.InCloud());
    }
}
