using System.Net;
using System.Text.RegularExpressions;
using Kontor.Server.Tests.Compute;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Images;
using Kontor.Server.Tests.Purchasing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Server.Tests.Tenancy;

/// <summary>Every door tried by everyone: what the table says is what is answered.</summary>
public sealed partial class RightsTests
{
    private const string Fingerprint = "\"fingerprint\":{\"client\":\"7\",\"order\":\"55\",\"registeredOn\":\"2026-11-01\",\"product\":\"3\"}";
    private const string End = $"{{\"generation\":1,{Fingerprint}}}";
    private const string Subject = $"\"subject\":{{\"kind\":\"service\",\"externalId\":\"x\",{Fingerprint}}}";
    private const string Order = $"{{{Subject},\"plan\":\"V153\",\"region\":\"EU\",\"image\":\"d64d5c6c-9dda-4e38-8174-0ee282474d8a\",\"termMonths\":1}}";
    private const string Adopt = $"{{\"account\":\"main\",\"providerId\":1,{Subject}}}";

    private const string Image =
        """{"subjectId":"{subject}","name":"debian","url":"https://files.example.com/debian.iso?sizeMb=700","osType":"linux","version":"12"}""";

    private const string Reinstall = """{"image":"4efbc0ba-2313-4fe1-842a-516f8652e729","confirm":"{instance}","loses":true}""";
    private const string AddOn = $"{{\"generation\":1,\"addOn\":\"backup\",{Fingerprint}}}";
    private const string Bulk = """{"action":"restart","instances":["01ARZ3NDEKTSV4RRFFQ69G5FAV"]}""";

    private static readonly string[] Callers = ["nobody", "another client", "restart only", "own client", "masquerading admin", "seller", "staff"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Method, path, body, and the status for each of <see cref="Callers"/> in their order, one after the other on one machine.</summary>
    public static TheoryData<string, string, string?, int[]> Doors => new()
    {
        { "POST", "/api/v1/orders", Order, [401, 403, 403, 403, 403, 202, 403] },
        { "GET", "/api/v1/orders", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/orders/{order}", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/subjects", null, [401, 200, 200, 200, 200, 200, 200] },
        { "GET", "/api/v1/subjects/{subject}", null, [401, 404, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/subjects/{subject}/terminate", End, [401, 403, 403, 403, 403, 202, 202] },
        { "POST", "/api/v1/subjects/{subject}/suspend", End, [401, 403, 403, 403, 403, 202, 202] },
        { "POST", "/api/v1/subjects/{subject}/unsuspend", End, [401, 403, 403, 403, 403, 409, 409] },
        { "POST", "/api/v1/subjects/{subject}/generations", "", [401, 403, 403, 403, 403, 409, 409] },
        { "GET", "/api/v1/instances", null, [401, 200, 200, 200, 200, 200, 200] },
        { "GET", "/api/v1/instances/{instance}", null, [401, 404, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/instances", Adopt, [401, 403, 403, 403, 403, 404, 403] },
        { "POST", "/api/v1/instances/{instance}/start", "", [401, 404, 403, 202, 202, 202, 202] },
        { "POST", "/api/v1/instances/{instance}/stop", "", [401, 404, 403, 202, 202, 202, 202] },
        { "POST", "/api/v1/instances/{instance}/restart", "", [401, 404, 202, 202, 202, 202, 202] },
        { "POST", "/api/v1/instances/{instance}/shutdown", "", [401, 404, 403, 202, 202, 202, 202] },
        { "PATCH", "/api/v1/instances/{instance}", """{"label":"mail"}""", [401, 404, 403, 202, 202, 202, 202] },
        { "PUT", "/api/v1/instances/{instance}/hostname", """{"hostname":"web.example.com"}""", [401, 404, 403, 200, 200, 200, 200] },
        { "GET", "/api/v1/instances/{instance}/snapshots", null, [401, 404, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/instances/{instance}/snapshots", """{"name":"one"}""", [401, 404, 403, 202, 422, 422, 422] },
        { "PATCH", "/api/v1/instances/{instance}/snapshots/{operation}", """{"name":"one"}""", [401, 404, 403, 404, 404, 404, 404] },
        { "DELETE", "/api/v1/instances/{instance}/snapshots/{operation}", "", [401, 404, 403, 404, 404, 404, 404] },
        { "GET", "/api/v1/instances/{instance}/snapshots/{operation}/rollback", null, [401, 404, 404, 404, 404, 404, 404] },
        { "POST", "/api/v1/instances/{instance}/snapshots/{operation}/rollback", """{"loses":[]}""", [401, 404, 403, 404, 404, 404, 404] },
        { "GET", "/api/v1/instances/{instance}/offers", null, [401, 403, 403, 403, 403, 200, 200] },
        { "POST", "/api/v1/instances/{instance}/plan", """{"plan":"V154"}""", [401, 403, 403, 403, 403, 202, 409] },
        { "GET", "/api/v1/instances/{instance}/region", null, [401, 403, 403, 403, 403, 200, 200] },
        { "POST", "/api/v1/instances/{instance}/region", """{"region":"SIN","method":"migration"}""", [401, 403, 403, 403, 403, 202, 422] },
        { "GET", "/api/v1/subjects/{subject}/add-ons", null, [401, 403, 403, 403, 403, 200, 200] },
        { "POST", "/api/v1/subjects/{subject}/add-ons", AddOn, [401, 403, 403, 403, 403, 202, 403] },
        { "GET", "/api/v1/subjects/{subject}/add-ons/backup/price", null, [401, 403, 403, 403, 403, 200, 200] },
        { "POST", "/api/v1/subjects/{subject}/add-ons/backup/end", End, [401, 403, 403, 403, 403, 404, 403] },
        { "POST", "/api/v1/bulk", Bulk, [401, 403, 403, 403, 403, 202, 202] },
        { "POST", "/api/v1/bulk/preview", Bulk, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/bulk/{operation}", null, [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/bulk/{operation}/stop", "", [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/bulk/{operation}/retry", "", [401, 403, 403, 403, 403, 404, 404] },
        { "PUT", "/api/v1/instances/{instance}/protection", """{"delete":true,"rebuild":true}""", [401, 404, 403, 200, 200, 200, 200] },
        { "POST", "/api/v1/instances/{instance}/password", "{}", [401, 404, 403, 202, 202, 202, 202] },
        { "POST", "/api/v1/instances/{instance}/rescue", "{}", [401, 404, 403, 202, 409, 409, 409] },
        { "POST", "/api/v1/instances/{instance}/rescue/exit", "", [401, 404, 403, 409, 409, 409, 409] },
        { "GET", "/api/v1/instances/{instance}/reinstall", null, [401, 404, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/instances/{instance}/reinstall", Reinstall, [401, 404, 403, 202, 409, 409, 202] },
        { "GET", "/api/v1/images", null, [401, 200, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/images", Image, [401, 404, 403, 202, 202, 202, 202] },
        { "GET", "/api/v1/images/{image}", null, [401, 404, 200, 200, 200, 200, 200] },
        { "PATCH", "/api/v1/images/{image}", """{"name":"other"}""", [401, 404, 403, 202, 202, 202, 202] },
        { "DELETE", "/api/v1/images/{image}", "", [401, 404, 403, 202, 202, 202, 202] },
        { "GET", "/api/v1/subjects/{subject}/image-space", null, [401, 404, 200, 200, 200, 200, 200] },
        { "GET", "/api/v1/operations", null, [401, 200, 200, 200, 200, 200, 200] },
        { "GET", "/api/v1/operations/{operation}", null, [401, 404, 200, 200, 200, 200, 200] },
        { "POST", "/api/v1/operations/{operation}/resume", "", [401, 403, 403, 403, 403, 409, 409] },
        { "POST", "/api/v1/operations/{operation}/give-up", "", [401, 403, 403, 403, 403, 409, 409] },
        { "POST", "/api/v1/operations/{operation}/link", "", [401, 404, 403, 404, 403, 404, 404] },
        { "GET", "/api/v1/instances/{instance}/links", null, [401, 404, 200, 200, 200, 200, 200] },
        { "GET", "/api/v1/tasks", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/tasks/{operation}", null, [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/tasks/{operation}/assign", "{\"assignee\":null}", [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/tasks/{operation}/done", "{\"outcome\":\"done\"}", [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/tasks/{operation}/dismiss", "{\"reason\":\"none\"}", [401, 403, 403, 403, 403, 404, 404] },
        { "POST", "/api/v1/tasks/{operation}/reopen", "", [401, 403, 403, 403, 403, 404, 404] },
        { "GET", "/api/v1/quote", null, [401, 403, 403, 403, 403, 400, 400] },
        { "GET", "/api/v1/purchases", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/findings", null, [401, 403, 403, 403, 403, 200, 200] },
        { "POST", "/api/v1/findings/{operation}/adopt", "", [401, 403, 403, 403, 403, 403, 404] },
        { "POST", "/api/v1/findings/{operation}/assign", $"{{{Subject}}}", [401, 403, 403, 403, 403, 403, 404] },
        { "POST", "/api/v1/findings/{operation}/ignore", "{\"reason\":\"not ours\"}", [401, 403, 403, 403, 403, 403, 404] },
        { "POST", "/api/v1/findings/{operation}/reopen", "", [401, 403, 403, 403, 403, 403, 404] },
        { "GET", "/api/v1/instances/{instance}/timeline", null, [401, 404, 200, 200, 200, 200, 200] },
        { "PUT", "/api/v1/subjects/{subject}/contact", "{\"email\":null}", [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/search", null, [401, 403, 403, 403, 403, 400, 400] },
        { "GET", "/api/v1/events", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/catalog", null, [401, 403, 403, 403, 403, 200, 200] },
        { "GET", "/api/v1/installation", null, [401, 200, 200, 200, 200, 200, 200] },
    };

    public static TheoryData<string, string, string?> DoorsToOneThing => [.. Doors
        .Where(door => door.Data.Item2.Contains('{') && door.Data.Item4[1] == 404)
        .Select(door => (door.Data.Item1, door.Data.Item2, door.Data.Item3))];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Each_door_opens_to_whom_the_table_says(string method, string path, string? body, int[] expected)
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var ids = await SoldAsync(kontor);
        var answers = new List<int>();
        foreach (var caller in Callers)
        {
            answers.Add((int)(await SendAsync(kontor, caller, method, Fill(path, ids), body is null ? null : Fill(body, ids))).Status);
            await kontor.PassAsync(TimeSpan.FromMinutes(2), 4);
        }

        Assert.Equal(expected, answers);
    }

    [Theory]
    [MemberData(nameof(DoorsToOneThing))]
    public async Task Another_clients_thing_is_answered_byte_for_byte_like_an_absent_one(string method, string path, string? body)
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        var ids = await SoldAsync(kontor);
        var foreign = await SendAsync(kontor, "another client", method, Fill(path, ids), body is null ? null : Fill(body, ids));
        var absent = await SendAsync(kontor, "another client", method, Absent(path), body is null ? null : Absent(body));

        Assert.Equal((HttpStatusCode.NotFound, WithoutTrace(absent)), (foreign.Status, WithoutTrace(foreign)));
    }

    [Theory]
    [InlineData("subjects")]
    [InlineData("instances")]
    [InlineData("images")]
    public async Task A_client_finds_its_own_in_a_list_and_nothing_of_anothers(string list)
    {
        await using var kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
        await SoldAsync(kontor);

        Assert.Equal((1, 0), (await CountAsync("own client"), await CountAsync("another client")));

        async Task<int> CountAsync(string caller) =>
            (await SendAsync(kontor, caller, "GET", $"/api/v1/{list}", null)).Json.GetProperty("items").GetArrayLength();
    }

    [Fact]
    public async Task Every_door_is_in_the_table()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var doors = kontor.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {Shape(endpoint.RoutePattern.RawText!)}");

        Assert.Equal(doors.Order(), Doors.Select(door => $"{door.Data.Item1} {Shape(door.Data.Item2)}").Order());
    }

    [Theory]
    [InlineData("Kontor-Permission", "restart", "http.header_unknown", "Kontor-Permission")]
    [InlineData("Kontor-Permissions", "restart,everything", "http.header_wrong", "Kontor-Permissions")]
    [InlineData("Kontor-Permissions", "terminate", "http.header_wrong", "Kontor-Permissions")]
    [InlineData("Kontor-User", "7 0", "http.header_wrong", "Kontor-User")]
    [InlineData("Kontor-Masquerade", "", "http.header_wrong", "Kontor-Masquerade")]
    public async Task What_is_said_about_a_client_and_cannot_be_meant_is_refused(string name, string value, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.SendAsync(HttpMethod.Get, "/api/v1/instances", null, ("Kontor-Client", "7"), (name, value));

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }

    [Theory]
    [InlineData("Kontor-User", "70")]
    [InlineData("Kontor-Permissions", "restart")]
    [InlineData("Kontor-Masquerade", "1")]
    public async Task Who_acts_for_a_client_says_for_which(string name, string value)
    {
        await using var kontor = await KontorUnderTest.StartAsync();

        var answer = await kontor.SendAsync(HttpMethod.Get, "/api/v1/instances", null, (name, value));

        Assert.Equal(("http.header_wrong", "Kontor-Client"), (answer.Problem.Code, answer.Problem.Field));
    }

    [Fact]
    public async Task A_staff_key_has_no_clients()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/instances") { Headers = { { "Kontor-Client", "7" } } };

        var answer = await HttpExtensions.SendAsync(kontor.Http(await kontor.KeyAsync(source: null)), request);

        Assert.Equal((HttpStatusCode.BadRequest, "http.header_wrong"), (answer.Status, answer.Problem.Code));
    }

    [Fact]
    public async Task The_typed_client_asks_for_a_client()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();
        var own = client.For(new() { Client = "7", User = "70", Permissions = ["restart"], Masquerade = "1" });

        var refused = await Assert.ThrowsAsync<Api.KontorApiException>(() => own.Instances.StopAsync(machine, "stop-1", Cancel));

        Assert.Equal((HttpStatusCode.Forbidden, "tenancy.right_not_given"), (refused.Status, refused.Code));
        Assert.Null(await client.For(new() { Client = "8" }).Instances.FindAsync(machine, Cancel));
    }

    private static async Task<Answer> SendAsync(KontorUnderTest kontor, string caller, string method, string path, string? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = body.Length > 0 ? new StringContent(body, System.Text.Encoding.UTF8, "application/json") : null;
            request.Headers.Add("Idempotency-Key", $"key of {caller}".Replace(' ', '-'));
        }

        foreach (var (name, value) in HeadersOf(caller))
        {
            request.Headers.Add(name, value);
        }

        var key = caller == "nobody" ? null : await kontor.KeyAsync(caller == "staff" ? null : KontorUnderTest.Shop);
        return await HttpExtensions.SendAsync(kontor.Http(key), request);
    }

    private static (string Name, string Value)[] HeadersOf(string caller) => caller switch
    {
        "another client" => [("Kontor-Client", "8")],
        "restart only" => [("Kontor-Client", "7"), ("Kontor-User", "70"), ("Kontor-Permissions", "restart")],
        "own client" => [("Kontor-Client", "7")],
        "masquerading admin" => [("Kontor-Client", "7"), ("Kontor-Masquerade", "1")],
        _ => [],
    };

    private static async Task<Dictionary<string, string>> SoldAsync(KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        var operation = await client.Operations.GetAsync(order.Operation.Id, Cancel);
        var image = await client.Images.UploadAsync(Pictures.Sample(order.Subject.Id), "image-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(1));
        return new() { ["image"] = image.Id, ["order"] = order.Id, ["subject"] = order.Subject.Id, ["operation"] = operation.Id, ["instance"] = operation.InstanceId! };
    }

    private static string Fill(string path, Dictionary<string, string> ids) => Placeholder().Replace(path, match => ids[match.Groups[1].Value]);

    private static string Absent(string text) => Placeholder().Replace(text, "01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private static string Shape(string path) => Placeholder().Replace(path.TrimEnd('/').Replace("/backup/", "/{}/", StringComparison.Ordinal), "{}");

    private static string WithoutTrace(Answer answer) => answer.Text.Replace(answer.Problem.TraceId!, "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
