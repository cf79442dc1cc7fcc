using System.Net;
using System.Text;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Compute;

public sealed class BulkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Machines_are_stopped_together_with_a_result_for_each()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, first, _) = await kontor.RoomyAsync("1");
        var (_, second, _) = await kontor.RoomyAsync("2");
        var request = new CreateBulkRequest { Action = "stop", Instances = [first, "01ARZ3NDEKTSV4RRFFQ69G5FAV", second], Limit = 1 };

        var preview = await client.Bulk.PreviewAsync(request, Cancel);
        var begun = await client.Bulk.CreateAsync(request, "bulk-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var done = await client.Bulk.GetAsync(begun.Id, Cancel);

        Assert.Equal((2, "compute.instance_not_found"), (preview.WouldBegin, preview.Items[1].Problem!.Code));
        Assert.Equal((BulkState.Done, 2, 1), (done.State, done.Counts.Succeeded, done.Counts.Failed));
        Assert.Equal("compute.instance_not_found", done.Items[1].Problem!.Code);
        Assert.Equal("stopped", (await client.Instances.GetAsync(second, Cancel)).Status);
        Assert.NotNull(await client.Operations.FindAsync(done.Items[0].OperationId!, Cancel));
    }

    [Fact]
    public async Task What_failed_can_be_tried_again_and_what_is_over_cannot_be_stopped()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var begun = await client.Bulk.CreateAsync(
            new CreateBulkRequest { Action = "stop", Instances = ["01ARZ3NDEKTSV4RRFFQ69G5FAV"] }, "bulk-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromSeconds(30));

        var over = await Assert.ThrowsAsync<KontorApiException>(() => client.Bulk.StopAsync(begun.Id, "stop-1", Cancel));
        var again = await client.Bulk.RetryAsync(begun.Id, "retry-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((HttpStatusCode.Conflict, "compute.bulk_over"), (over.Status, over.Code));
        Assert.Equal((1, 2), (again.Counts.Waiting, (await client.Bulk.GetAsync(begun.Id, Cancel)).Items[0].Round));
    }

    [Theory]
    [InlineData("""{"action":"stop"}""", "http.field_missing", "instances")]
    [InlineData("""{"action":1,"instances":["a"]}""", "http.field_wrong", "action")]
    [InlineData("""{"action":"stop","instances":"a"}""", "http.field_wrong", "instances")]
    [InlineData("""{"action":"stop","instances":["a",7]}""", "http.field_wrong", "instances")]
    [InlineData("""{"action":"stop","instances":["a",null]}""", "compute.invalid_field", "instances[1]")]
    [InlineData("""{"action":"stop","instances":[]}""", "compute.invalid_field", "instances")]
    [InlineData("""{"action":"stop","instances":["a"],"limit":"5"}""", "http.field_wrong", "limit")]
    [InlineData("""{"action":"stop","instances":["a"],"limit":0}""", "compute.invalid_field", "limit")]
    [InlineData("""{"action":"explode","instances":["a"]}""", "compute.invalid_field", "action")]
    public async Task A_wrong_field_is_named(string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bulk") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "key");

        var answer = await HttpExtensions.SendAsync(kontor.Http(await kontor.KeyAsync()), request);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }
}
