using System.Net;
using Kontor.Api;
using Kontor.Api.Images;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Compute;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Images;

/// <summary>Custom images over REST, and what their bodies may not be.</summary>
public sealed class ImageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_uploaded_named_used_and_deleted()
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var (client, machine) = await kontor.RunningAsync();
        var subject = (await client.Instances.GetAsync(machine, Cancel)).SubjectId!;

        var accepted = await client.Images.UploadAsync(Pictures.Sample(subject), "image-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(1));
        var ready = await client.Images.GetAsync(accepted.Id, Cancel);
        await client.Images.DescribeAsync(accepted.Id, new DescribeImageRequest { Description = "ours" }, "describe-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(1));
        await client.Orders.CreateAsync(Orders.Sample("1002") with { Image = ready.Image! }, "order-2", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var used = Assert.Single(await client.Images.ListAsync(subject, Cancel).ToListAsync(Cancel));
        var deletion = await client.Images.DeleteAsync(accepted.Id, "delete-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((ImageState.Registering, ImageState.Ready, 1000L), (accepted.State, ready.State, ready.SizeMib));
        Assert.Equal(("debian 12", "ours", 1), (used.Name, used.Description, used.UsedBy.Count));
        Assert.Equal(("image.delete", OperationStatus.Succeeded), (deletion.Type, (await client.Operations.GetAsync(deletion.Id, Cancel)).Status));
        Assert.Empty(kontor.Cloud.CustomImages);
        Assert.Equal(ImageState.Deleted, (await client.Images.GetAsync(accepted.Id, Cancel)).State);
    }

    [Fact]
    public async Task The_answer_names_the_operation_and_keeps_the_signature_to_itself()
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var (client, machine) = await kontor.RunningAsync();
        var subject = (await client.Instances.GetAsync(machine, Cancel)).SubjectId!;

        var answer = await kontor.SendAsync(HttpMethod.Post, "/api/v1/images", Body(subject).Replace("a.iso", "a.iso?signature=s3cr3t", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Accepted, $"/api/v1/operations/{answer.Json.GetProperty("operationId").GetString()}"), (answer.Status, answer.Location));
        Assert.DoesNotContain("s3cr3t", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_room_is_told()
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var (client, machine) = await kontor.RunningAsync();

        var space = await client.Images.GetSpaceAsync((await client.Instances.GetAsync(machine, Cancel)).SubjectId!, Cancel);

        Assert.Equal((0, 10, 20_000L, 20_000L), (space.Images, space.MostImages, space.AccountMib, space.AccountFreeMib));
    }

    [Theory]
    [InlineData("subjectId", "7", "http.field_wrong")]
    [InlineData("name", "7", "http.field_wrong")]
    [InlineData("name", "null", "http.field_wrong")]
    [InlineData("name", "\"a/b\"", "images.invalid_field")]
    [InlineData("name", "\"😀\"", "images.invalid_field")]
    [InlineData("url", "[]", "http.field_wrong")]
    [InlineData("url", "\"https://user:word@files.example.com/a.iso\"", "images.invalid_field")]
    [InlineData("osType", "\"bsd\"", "http.field_wrong")]
    [InlineData("osType", "1", "http.field_wrong")]
    [InlineData("version", "12", "http.field_wrong")]
    [InlineData("version", "\"\"", "images.invalid_field")]
    [InlineData("description", "{}", "http.field_wrong")]
    [InlineData("description", "\"a\\nb\"", "images.invalid_field")]
    [InlineData("sizeMib", "\"1\"", "http.field_wrong")]
    [InlineData("sizeMib", "1.5", "http.field_wrong")]
    [InlineData("sizeMib", "0", "images.invalid_field")]
    [InlineData("sizeMib", "99999999999999999999", "http.field_wrong")]
    [InlineData("image", "\"x\"", "http.field_unknown")]
    public async Task Bad_input_is_named_and_has_no_effect(string field, string value, string code)
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var fields = System.Text.Json.Nodes.JsonNode.Parse(Body("any"))!;
        fields[field] = System.Text.Json.Nodes.JsonNode.Parse(value);

        var answer = await kontor.SendAsync(HttpMethod.Post, "/api/v1/images", fields.ToJsonString());

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.Empty(kontor.Cloud.Requests);
    }

    [Theory]
    [InlineData("subjectId")]
    [InlineData("name")]
    [InlineData("url")]
    [InlineData("osType")]
    [InlineData("version")]
    public async Task What_is_needed_has_no_default(string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var fields = System.Text.Json.Nodes.JsonNode.Parse(Body("any"))!.AsObject();
        fields.Remove(field);

        var answer = await kontor.SendAsync(HttpMethod.Post, "/api/v1/images", fields.ToJsonString());

        Assert.Equal(("http.field_missing", field), (answer.Problem.Code, answer.Problem.Field));
    }

    [Theory]
    [InlineData("{}", "images.invalid_field", "name")]
    [InlineData("""{"name":7}""", "http.field_wrong", "name")]
    [InlineData("""{"name":"a\nb"}""", "images.invalid_field", "name")]
    [InlineData("""{"description":"😀"}""", "images.invalid_field", "description")]
    [InlineData("""{"url":"https://files.example.com/b.iso"}""", "http.field_unknown", "url")]
    public async Task A_change_that_is_none_is_named(string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.SendAsync(HttpMethod.Patch, "/api/v1/images/01ARZ3NDEKTSV4RRFFQ69G5FAV", body);

        Assert.Equal((code, field), (answer.Problem.Code, answer.Problem.Field));
    }

    [Fact]
    public async Task A_deletion_wants_a_key_of_its_own()
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.SendAsync(HttpMethod.Delete, "/api/v1/images/01ARZ3NDEKTSV4RRFFQ69G5FAV", null);

        Assert.Equal("http.idempotency_key_missing", answer.Problem.Code);
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_null_to_the_typed_client()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();

        Assert.Null(await client.Images.FindAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", Cancel));
        await Assert.ThrowsAsync<KontorApiException>(() => client.Images.GetAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", Cancel));
    }

    private static string Body(string subject) =>
        $$"""{"subjectId":"{{subject}}","name":"debian","url":"https://files.example.com/a.iso","osType":"linux","version":"12"}""";
}
