using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using Kontor.Engine.Operations;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>An image is asked for once, followed until it has arrived or failed, and looked up when the answer was lost.</summary>
public sealed class UploadTests : IDisposable
{
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_image_is_fetched_and_ready()
    {
        var subject = await _engine.ClientAsync();

        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(subject));

        var (image, stored) = (await _engine.ImageAsync(id), Assert.Single(_engine.InCloud()));
        Assert.Equal(("succeeded", ImageState.Ready, 4000L, 4000L), (upload.State, image.State, image.SizeMib, image.UploadedMib));
        Assert.Equal((stored.ImageId.ToString(), $"debian 12 {image.Marker}", Pictures.Link), (image.ProviderId, stored.Name, stored.Url));
    }

    [Fact]
    public async Task While_it_is_fetched_its_progress_is_shown()
    {
        var accepted = (await _engine.TryUploadAsync(Pictures.Upload(await _engine.ClientAsync()))).Value;
        Assert.Equal(ImageState.Registering, accepted.Image.State);

        _engine.Pass(TimeSpan.FromSeconds(40));

        var image = await _engine.ImageAsync(accepted.Image.Id);
        Assert.Equal((ImageState.Downloading, "downloading"), (image.State, image.ProviderStatus));
        Assert.InRange(image.UploadedMib!.Value, 500, 2000);
    }

    [Fact]
    public async Task A_file_that_is_no_image_fails_with_the_providers_reason()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.ImageDownloadError, "createCustomImage");

        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal(("failed", "images.download_failed"), (upload.State, upload.ProblemCode));
        Assert.Equal((ImageState.Failed, "Image is neither ISO nor qcow2"), ((await _engine.ImageAsync(id)).State, (await _engine.ImageAsync(id)).ErrorMessage));
    }

    [Theory]
    [InlineData(Misbehaviour.TimeoutAfterEffect)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect)]
    public async Task An_upload_whose_answer_was_lost_is_found_by_its_marker_and_not_sent_again(Misbehaviour lost)
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(lost, "createCustomImage");

        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal(("succeeded", ImageState.Ready, 1), (upload.State, (await _engine.ImageAsync(id)).State, _engine.Calls("createCustomImage")));
        Assert.Single(_engine.InCloud());
    }

    [Fact]
    public async Task An_upload_that_never_arrived_is_not_sent_again_by_itself()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.TimeoutBeforeEffect, "createCustomImage");

        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal(("failed", "images.upload_unknown", 1), (upload.State, upload.ProblemCode, _engine.Calls("createCustomImage")));
        Assert.Equal((ImageState.Unknown, 0), ((await _engine.ImageAsync(id)).State, _engine.InCloud().Count));
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_providers_words_and_leaves_no_image()
    {
        var subject = await _engine.ClientAsync();
        _engine.Fault(Misbehaviour.TooManyRequests, "createCustomImage");

        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal(("failed", "images.provider_refused", 1), (upload.State, upload.ProblemCode, _engine.Calls("createCustomImage")));
        Assert.Equal(ImageState.Failed, (await _engine.ImageAsync(id)).State);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_image_and_another_with_its_key_is_refused()
    {
        var wish = Pictures.Upload(await _engine.ClientAsync());
        var first = (await _engine.TryUploadAsync(wish, "key")).Value;
        await _engine.RunUntilAtRestAsync(first.Operation.Id);

        var again = (await _engine.TryUploadAsync(wish, "key")).Value;

        Assert.Equal((first.Image.Id, first.Operation.Id, 1), (again.Image.Id, again.Operation.Id, _engine.Calls("createCustomImage")));
        Assert.Equal("purchasing.idempotency_key_reused", (await _engine.TryUploadAsync(wish with { Url = "https://x.example.com/a.iso" }, "key")).Problem?.Code);
    }

    [Fact]
    public async Task The_signature_in_a_link_stands_in_no_file_and_no_step_after_the_upload()
    {
        var (id, upload) = await _engine.UploadAsync(Pictures.Upload(await _engine.ClientAsync()));

        Assert.False(_engine.FilesHave("s3cr3t-signature"));
        Assert.Equal("https://files.example.com/debian.qcow2", (await _engine.ImageAsync(id)).Url);
        Assert.DoesNotContain(
            await _engine.Get<OperationStore>().StepsAsync(upload.Id, TestContext.Current.CancellationToken), step => step.Text.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_for_what_the_account_has_no_room_for()
    {
        var wish = Pictures.Upload(await _engine.ClientAsync()) with { SizeMib = 10_001 };

        var refused = (await _engine.TryUploadAsync(wish)).Problem;

        Assert.Equal("images.no_room", refused?.Code);
        Assert.Contains("10000 of 10000 MiB", refused!.Detail, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_engine.Calls("createCustomImage"), (await _engine.AllAsync<CustomImage>()).Count));
    }

    [Fact]
    public async Task An_account_without_the_add_on_is_told_so()
    {
        using var bare = new EngineFixture();

        var refused = (await bare.TryUploadAsync(Pictures.Upload(await bare.ClientAsync()))).Problem;

        Assert.Equal("images.no_room", refused?.Code);
        Assert.Contains("add-on", refused!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Room_that_went_meanwhile_refuses_before_anything_is_sent()
    {
        var subject = await _engine.ClientAsync();
        await _engine.UploadAsync(Pictures.Upload(subject));
        var second = (await _engine.TryUploadAsync(Pictures.Upload(subject) with { SizeMib = 5000 })).Value;
        var third = (await _engine.TryUploadAsync(Pictures.Upload(subject) with { SizeMib = 5000 })).Value;

        var ends = new[] { await _engine.RunUntilAtRestAsync(second.Operation.Id), await _engine.RunUntilAtRestAsync(third.Operation.Id) };

        Assert.Equal(["failed", "succeeded"], ends.Select(end => end.State).Order());
        Assert.Contains("images.no_room", ends.Select(end => end.ProblemCode));
        Assert.Equal(2, _engine.Calls("createCustomImage"));
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_room_cannot_be_asked_for()
    {
        var subject = await _engine.ClientAsync();
        var accepted = (await _engine.TryUploadAsync(Pictures.Upload(subject))).Value;
        _engine.Fault(Misbehaviour.ServerErrorBeforeEffect, "retrieveCustomImagesStats", 20);
        _engine.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _engine.Calls("createCustomImage"));

        Assert.Equal("succeeded", (await _engine.RunUntilAtRestAsync(accepted.Operation.Id)).State);
    }

    [Fact]
    public async Task A_clients_share_is_its_own_and_full_when_it_is_full()
    {
        using var engine = new EngineFixture(cloud: new() { CustomImageBaseMb = 1_000_000 });
        var subject = await engine.ClientAsync();
        var other = (await engine.BuyAsync(Shop.OrderFor("1002") with { Fingerprint = Shop.SoldAs with { Client = "8" } })).Subject;
        await engine.UploadAsync(Pictures.Upload(subject));

        Assert.Equal("images.over_share", (await engine.TryUploadAsync(Pictures.Upload(subject) with { SizeMib = 25_600 - 4000 + 1 })).Problem?.Code);
        Assert.Null((await engine.TryUploadAsync(Pictures.Upload(other) with { SizeMib = 25_600 })).Problem);
    }

    [Fact]
    public async Task A_client_has_so_many_images_and_no_more()
    {
        var subject = await _engine.ClientAsync();
        for (var count = 0; count < 10; count++)
        {
            Assert.Null((await _engine.TryUploadAsync(Pictures.Upload(subject))).Problem);
        }

        Assert.Equal("images.too_many", (await _engine.TryUploadAsync(Pictures.Upload(subject))).Problem?.Code);
    }

    [Fact]
    public async Task Another_sources_or_clients_subject_is_not_there()
    {
        var wish = Pictures.Upload(await _engine.ClientAsync());

        Assert.Equal("purchasing.subject_not_found", (await _engine.TryUploadAsync(wish with { Source = "other" })).Problem?.Code);
        Assert.Equal("purchasing.subject_not_found", (await _engine.TryUploadAsync(wish, actor: Shop.Actor with { Client = "8" })).Problem?.Code);
        Assert.Equal("purchasing.subject_not_found", (await _engine.TryUploadAsync(wish with { Subject = new SubjectId("absent") })).Problem?.Code);
        Assert.Empty(await _engine.AllAsync<CustomImage>());
    }

    [Fact]
    public async Task Nothing_is_uploaded_for_what_is_suspended_or_ends()
    {
        var subject = await _engine.ClientAsync();
        await _engine.SuspendAsync(subject, suspended: true);
        Assert.Equal("compute.suspended", (await _engine.TryUploadAsync(Pictures.Upload(subject))).Problem?.Code);
        await _engine.SuspendAsync(subject, suspended: false);
        await _engine.EndAsync(subject);

        Assert.Equal("compute.terminating", (await _engine.TryUploadAsync(Pictures.Upload(subject))).Problem?.Code);
    }

    [Fact]
    public async Task A_subject_without_a_machine_has_no_account_to_upload_to()
    {
        var order = await _engine.OrderAsync(Shop.Order);

        Assert.Equal("images.no_machine", (await _engine.TryUploadAsync(Pictures.Upload(order.Subject))).Problem?.Code);
    }

    [Fact]
    public async Task A_customer_may_upload_unless_that_right_was_not_given()
    {
        var wish = Pictures.Upload(await _engine.ClientAsync());
        var customer = Shop.Actor with { Client = Shop.SoldAs.Client };

        Assert.Null((await _engine.TryUploadAsync(wish, actor: customer)).Problem);
        Assert.Equal("tenancy.right_not_given", (await _engine.TryUploadAsync(wish, actor: customer with { Permissions = "power" })).Problem?.Code);
    }

    [Fact]
    public async Task Each_wish_is_in_the_audit_trail_with_who_wished_and_without_the_signature()
    {
        await _engine.UploadAsync(Pictures.Upload(await _engine.ClientAsync()));

        var row = Assert.Single(await _engine.AuditAsync("image.accepted"));

        Assert.Contains("shop-key", row.Actor, StringComparison.Ordinal);
        Assert.DoesNotContain("signature", row.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image.intent/committed", 1)]
    [InlineData("image.open/before", 0)]
    [InlineData("image.call/not_sent", 0)]
    [InlineData("image.call/answered", 1)]
    [InlineData("image.sent/before", 1)]
    [InlineData("image.sent/committed", 1)]
    [InlineData("image.looked/before", 1)]
    [InlineData("image.looked/committed", 1)]
    public async Task A_process_that_dies_on_the_way_leaves_at_most_one_image_and_an_upload_that_ends(string place, int atMost)
    {
        var subject = await _engine.ClientAsync();
        _engine.Start(new KilledAt(place));
        var upload = (await _engine.TryUploadAsync(Pictures.Upload(subject))).Value;
        Assert.ThrowsAny<Exception>(() => _engine.Pass(TimeSpan.FromMinutes(3)));
        _engine.Start();

        var end = await _engine.RunUntilAtRestAsync(upload.Operation.Id);

        Assert.InRange(_engine.InCloud().Count, 0, atMost);
        Assert.Equal(_engine.InCloud().Count == 1 ? ("succeeded", null) : ("failed", "images.upload_unknown"), (end.State, end.ProblemCode));
    }
}
