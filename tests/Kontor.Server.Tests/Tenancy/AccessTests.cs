using System.Net;
using Kontor.Api.Compute;
using Kontor.Engine.Tenancy;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Images;
using Kontor.Server.Tests.Purchasing;
using Kontor.Server.Tests.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Server.Tests.Tenancy;

/// <summary>Every way in, tried by everyone who must not come in.</summary>
public sealed class AccessTests(AccessTests.Filled filled) : IClassFixture<AccessTests.Filled>
{
    private const string OrderBody = """
        {"subject":{"kind":"service","externalId":"x","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}},
        "plan":"V153","region":"EU","image":"d64d5c6c-9dda-4e38-8174-0ee282474d8a","termMonths":1}
        """;

    private const string EndBody = """{"generation":1,"fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}""";

    private const string AddOnBody = """{"generation":1,"addOn":"backup","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}""";

    private const string AdoptBody = """
        {"account":"main","providerId":1,"subject":{"kind":"service","externalId":"x","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}}
        """;

    private const string AssignBody = """
        {"subject":{"kind":"service","externalId":"x","fingerprint":{"client":"7","order":"55","registeredOn":"2026-11-01","product":"3"}}}
        """;

    private const string ImageBody =
        """{"subjectId":"{subject}","name":"debian","url":"https://files.example.com/debian.iso","osType":"linux","version":"12"}""";

    private const string ReinstallBody = """
        {"image":"4efbc0ba-2313-4fe1-842a-516f8652e729","confirm":"{instance}","loses":true}
        """;

    /// <summary>Method, path, scope, body; {order} and the like stand for ids of the shop's own rows.</summary>
    public static TheoryData<string, string, string, string?> Routes => new()
    {
        { "POST", "/api/v1/orders", ApiScopes.OrdersWrite, OrderBody },
        { "GET", "/api/v1/orders", ApiScopes.OrdersRead, null },
        { "GET", "/api/v1/orders/{order}", ApiScopes.OrdersRead, null },
        { "GET", "/api/v1/subjects", ApiScopes.OrdersRead, null },
        { "GET", "/api/v1/subjects/{subject}", ApiScopes.OrdersRead, null },
        { "PUT", "/api/v1/subjects/{subject}/contact", ApiScopes.SubjectsWrite, """{"email":"somebody@example.org"}""" },
        { "POST", "/api/v1/subjects/{subject}/terminate", ApiScopes.SubjectsWrite, EndBody },
        { "POST", "/api/v1/subjects/{subject}/suspend", ApiScopes.SubjectsWrite, EndBody },
        { "POST", "/api/v1/subjects/{subject}/unsuspend", ApiScopes.SubjectsWrite, EndBody },
        { "POST", "/api/v1/subjects/{subject}/generations", ApiScopes.SubjectsWrite, "" },
        { "GET", "/api/v1/subjects/{subject}/add-ons", ApiScopes.OrdersRead, null },
        { "POST", "/api/v1/subjects/{subject}/add-ons", ApiScopes.OrdersWrite, AddOnBody },
        { "GET", "/api/v1/subjects/{subject}/add-ons/backup/price", ApiScopes.OrdersRead, null },
        { "POST", "/api/v1/subjects/{subject}/add-ons/backup/end", ApiScopes.SubjectsWrite, EndBody },
        { "GET", "/api/v1/instances", ApiScopes.InstancesRead, null },
        { "GET", "/api/v1/instances/{instance}", ApiScopes.InstancesRead, null },
        { "GET", "/api/v1/instances/{instance}/timeline", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/instances/{instance}/start", ApiScopes.InstancesWrite, "" },
        { "POST", "/api/v1/instances/{instance}/stop", ApiScopes.InstancesWrite, "" },
        { "POST", "/api/v1/instances/{instance}/restart", ApiScopes.InstancesWrite, "" },
        { "POST", "/api/v1/instances/{instance}/shutdown", ApiScopes.InstancesWrite, "" },
        { "GET", "/api/v1/instances/{instance}/snapshots", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/instances/{instance}/snapshots", ApiScopes.InstancesWrite, """{"name":"one"}""" },
        { "PATCH", "/api/v1/instances/{instance}/snapshots/{snapshot}", ApiScopes.InstancesWrite, """{"name":"one"}""" },
        { "DELETE", "/api/v1/instances/{instance}/snapshots/{snapshot}", ApiScopes.InstancesWrite, "" },
        { "GET", "/api/v1/instances/{instance}/snapshots/{snapshot}/rollback", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/instances/{instance}/snapshots/{snapshot}/rollback", ApiScopes.InstancesWrite, """{"loses":[]}""" },
        { "GET", "/api/v1/instances/{instance}/offers", ApiScopes.OrdersRead, null },
        { "POST", "/api/v1/instances/{instance}/plan", ApiScopes.OrdersWrite, """{"plan":"V154"}""" },
        { "GET", "/api/v1/instances/{instance}/region", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/instances/{instance}/region", ApiScopes.InstancesWrite, """{"region":"SIN","method":"migration"}""" },
        { "POST", "/api/v1/bulk", ApiScopes.InstancesWrite, """{"action":"start","instances":["01ARZ3NDEKTSV4RRFFQ69G5FAV"]}""" },
        { "POST", "/api/v1/bulk/preview", ApiScopes.InstancesRead, """{"action":"start","instances":["01ARZ3NDEKTSV4RRFFQ69G5FAV"]}""" },
        { "GET", "/api/v1/bulk/{bulk}", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/bulk/{bulk}/stop", ApiScopes.InstancesWrite, "" },
        { "POST", "/api/v1/bulk/{bulk}/retry", ApiScopes.InstancesWrite, "" },
        { "PATCH", "/api/v1/instances/{instance}", ApiScopes.InstancesWrite, """{"label":"mail"}""" },
        { "PUT", "/api/v1/instances/{instance}/hostname", ApiScopes.InstancesWrite, """{"hostname":"web.example.com"}""" },
        { "PUT", "/api/v1/instances/{instance}/protection", ApiScopes.InstancesWrite, """{"delete":false,"rebuild":false}""" },
        { "POST", "/api/v1/instances/{instance}/password", ApiScopes.InstancesWrite, "{}" },
        { "POST", "/api/v1/instances/{instance}/rescue", ApiScopes.InstancesWrite, "{}" },
        { "POST", "/api/v1/instances/{instance}/rescue/exit", ApiScopes.InstancesWrite, "" },
        { "GET", "/api/v1/instances/{instance}/reinstall", ApiScopes.InstancesRead, null },
        { "POST", "/api/v1/instances/{instance}/reinstall", ApiScopes.InstancesWrite, ReinstallBody },
        { "POST", "/api/v1/instances", ApiScopes.SubjectsWrite, AdoptBody },
        { "GET", "/api/v1/images", ApiScopes.ImagesRead, null },
        { "POST", "/api/v1/images", ApiScopes.ImagesWrite, ImageBody },
        { "GET", "/api/v1/images/{image}", ApiScopes.ImagesRead, null },
        { "PATCH", "/api/v1/images/{image}", ApiScopes.ImagesWrite, """{"name":"other"}""" },
        { "DELETE", "/api/v1/images/{image}", ApiScopes.ImagesWrite, "" },
        { "GET", "/api/v1/subjects/{subject}/image-space", ApiScopes.ImagesRead, null },
        { "GET", "/api/v1/operations", ApiScopes.OperationsRead, null },
        { "GET", "/api/v1/operations/{operation}", ApiScopes.OperationsRead, null },
        { "POST", "/api/v1/operations/{operation}/resume", ApiScopes.OperationsWrite, "" },
        { "POST", "/api/v1/operations/{operation}/give-up", ApiScopes.OperationsWrite, "" },
        { "POST", "/api/v1/operations/{operation}/link", ApiScopes.InstancesWrite, "" },
        { "GET", "/api/v1/instances/{instance}/links", ApiScopes.InstancesRead, null },
        { "GET", "/api/v1/purchases", ApiScopes.PurchasesRead, null },
        { "GET", "/api/v1/findings", ApiScopes.FindingsRead, null },
        { "POST", "/api/v1/findings/{finding}/adopt", ApiScopes.FindingsWrite, "" },
        { "POST", "/api/v1/findings/{finding}/assign", ApiScopes.FindingsWrite, AssignBody },
        { "POST", "/api/v1/findings/{finding}/ignore", ApiScopes.FindingsWrite, """{"reason":"not ours"}""" },
        { "POST", "/api/v1/findings/{finding}/reopen", ApiScopes.FindingsWrite, "" },
        { "GET", "/api/v1/search", ApiScopes.SearchRead, null },
        { "GET", "/api/v1/tasks", ApiScopes.TasksRead, null },
        { "GET", "/api/v1/tasks/{task}", ApiScopes.TasksRead, null },
        { "POST", "/api/v1/tasks/{task}/assign", ApiScopes.TasksWrite, """{"assignee":"anna"}""" },
        { "POST", "/api/v1/tasks/{task}/done", ApiScopes.TasksWrite, """{"outcome":"done"}""" },
        { "POST", "/api/v1/tasks/{task}/dismiss", ApiScopes.TasksWrite, """{"reason":"no"}""" },
        { "POST", "/api/v1/tasks/{task}/reopen", ApiScopes.TasksWrite, "" },
        { "GET", "/api/v1/events", ApiScopes.EventsRead, null },
        { "GET", "/api/v1/catalog", ApiScopes.CatalogRead, null },
        { "GET", "/api/v1/quote?plan=V153&region=EU&image=d64d5c6c-9dda-4e38-8174-0ee282474d8a&termMonths=1", ApiScopes.CatalogRead, null },
        { "GET", "/api/v1/installation", "any", null },
    };

    public static TheoryData<string, string, string?> RoutesWithId =>
        [.. Routes.Where(row => row.Data.Item2.Contains('{') && !IsStaffs(row.Data.Item2)).Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item4))];

    public static TheoryData<string, string, string?> RoutesOfStaff =>
        [.. Routes.Where(row => IsStaffs(row.Data.Item2)).Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item4))];

    public static TheoryData<string> Lists =>
        ["orders", "subjects", "instances", "images", "operations", "purchases", "findings", "tasks", "events"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_comes_in_without_a_key(string method, string path, string scope, string? body)
    {
        var answer = await SendAsync(null, method, path, body);

        Assert.Equal((HttpStatusCode.Unauthorized, "http.key_missing"), (answer.Status, answer.Problem.Code));
        Assert.NotEmpty(scope);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_comes_in_with_a_wrong_key(string method, string path, string scope, string? body)
    {
        var wrong = (await filled.Kontor.KeyAsync())[..^4] + "0000";
        var answer = await SendAsync(wrong, method, path, body);

        Assert.Equal((HttpStatusCode.Unauthorized, "tenancy.key_refused"), (answer.Status, answer.Problem.Code));
        Assert.NotEmpty(scope);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_key_opens_only_what_its_scopes_name(string method, string path, string scope, string? body)
    {
        var others = ApiScopes.All.Where(one => one != scope).ToArray();
        var answer = await SendAsync(await filled.Kontor.KeyAsync(KontorUnderTest.Shop, others), method, path, body);

        var expected = scope == "any" ? (HttpStatusCode.OK, false) : (HttpStatusCode.Forbidden, true);
        Assert.Equal(expected, (answer.Status, answer.Text.Contains($"'{scope}'", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(RoutesWithId))]
    public async Task Another_sources_row_is_answered_exactly_like_an_absent_one(string method, string path, string? body)
    {
        var key = await filled.Kontor.KeyAsync("other");
        var foreign = await SendAsync(key, method, path, body);
        var absent = await SendAsync(key, method, Absent(path), body is null ? null : Absent(body));

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(WithoutTrace(absent), WithoutTrace(foreign));
    }

    [Theory]
    [MemberData(nameof(RoutesOfStaff))]
    public async Task A_source_decides_no_finding_and_does_not_learn_whether_it_is_there(string method, string path, string? body)
    {
        var key = await filled.Kontor.KeyAsync();
        var present = await SendAsync(key, method, path, body);
        var absent = await SendAsync(key, method, path.Replace("{finding}", "01ARZ3NDEKTSV4RRFFQ69G5FAV", StringComparison.Ordinal), body);

        Assert.Equal((HttpStatusCode.Forbidden, "tenancy.right_not_of_role"), (present.Status, present.Problem.Code));
        Assert.Equal(WithoutTrace(absent), WithoutTrace(present));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Another_source_sees_nothing_in_a_list_in_which_the_owner_sees_something(string list)
    {
        var path = list == "findings" ? "/api/v1/findings?state=all" : $"/api/v1/{list}";
        var own = await SendAsync(await filled.Kontor.KeyAsync(), "GET", path, null);
        var other = await SendAsync(await filled.Kontor.KeyAsync("other"), "GET", path, null);

        Assert.NotEqual(0, own.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(0, other.Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/orders", OrderBody)]
    [InlineData("/api/v1/instances", AdoptBody)]
    [InlineData("/api/v1/subjects/{subject}/add-ons", AddOnBody)]
    [InlineData("/api/v1/subjects/{subject}/add-ons/backup/end", EndBody)]
    public async Task A_staff_key_sees_all_and_cannot_sell(string path, string body)
    {
        var answer = await SendAsync(await filled.Kontor.KeyAsync(source: null), "POST", path, body);

        Assert.Equal((HttpStatusCode.Forbidden, "http.source_required"), (answer.Status, answer.Problem.Code));
        Assert.Contains("--source", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_endpoint_has_a_rule_of_its_own()
    {
        var endpoints = filled.Kontor.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is not null,
            $"{endpoint.DisplayName} has no rule"));
    }

    [Fact]
    public void Every_endpoint_of_the_api_is_in_the_table()
    {
        var endpoints = filled.Kontor.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {Shape(endpoint.RoutePattern.RawText!)}");

        Assert.Equal(Routes.Select(row => $"{row.Data.Item1} {Shape(row.Data.Item2)}").Order(), endpoints.Order());
    }

    private static bool IsStaffs(string path) => path.StartsWith("/api/v1/findings/", StringComparison.Ordinal);

    private static string Absent(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\{\w+\}", "01ARZ3NDEKTSV4RRFFQ69G5FAV");

    internal static string Shape(string path) => System.Text.RegularExpressions.Regex.Replace(path.Split('?')[0].TrimEnd('/').Replace("/backup/", "/{}/", StringComparison.Ordinal), @"\{\w+\}", "{}");

    private static string WithoutTrace(Answer answer) => answer.Text.Replace(answer.Problem.TraceId!, "", StringComparison.Ordinal);

    private Task<Answer> SendAsync(string? key, string method, string path, string? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), filled.Fill(path));
        if (body is not null)
        {
            request.Content = body.Length > 0 ? new StringContent(filled.Fill(body), System.Text.Encoding.UTF8, "application/json") : null;
            request.Headers.Add("Idempotency-Key", "key");
        }

        return HttpExtensions.SendAsync(filled.Kontor.Http(key), request);
    }

    /// <summary>A server with one machine, its end, a finding and a task.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        private Dictionary<string, string> _ids = [];
        private string? _staffKey;
        private string? _shopKey;

        internal KontorUnderTest Kontor { get; private set; } = null!;

        /// <summary>A key of the shop or of staff, the same each time.</summary>
        internal async Task<string> KeyOfAsync(bool staff)
        {
            var key = staff ? (_staffKey ??= await Kontor.KeyAsync(source: null)) : (_shopKey ??= await Kontor.KeyAsync());
            return key;
        }

        internal string Fill(string path) => _ids.Aggregate(path, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

        public async ValueTask InitializeAsync()
        {
            var cancel = TestContext.Current.CancellationToken;
            Kontor = await KontorUnderTest.StartAsync(cloud: Pictures.Roomy);
            var client = await Kontor.ClientAsync();
            var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", cancel);
            await Kontor.PassAsync(TimeSpan.FromMinutes(5));
            var operation = await client.Operations.GetAsync(order.Operation.Id, cancel);
            var image = await client.Images.UploadAsync(Pictures.Sample(order.Subject.Id), "image-1", cancel);
            await Kontor.PassAsync(TimeSpan.FromMinutes(1));
            var foreign = new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint with { Client = "8" } };
            await Assert.ThrowsAsync<Api.KontorApiException>(() => client.Subjects.TerminateAsync(order.Subject.Id, foreign, "end-1", cancel));
            var findings = await (await Kontor.ClientAsync(source: null)).ListFindingsAsync(includeResolved: false, cancel).ToListAsync(cancel);
            _ids = new()
            {
                ["image"] = image.Id,
                ["finding"] = findings[0].Id,
                ["order"] = order.Id,
                ["subject"] = order.Subject.Id,
                ["operation"] = operation.Id,
                ["instance"] = operation.InstanceId!,
                ["snapshot"] = "snap1794873600",
                ["bulk"] = (await client.Bulk.CreateAsync(new CreateBulkRequest { Action = "start", Instances = [operation.InstanceId!] }, "bulk-1", cancel)).Id,
                ["task"] = await TaskSamples.OpenAsync(Kontor, "thing"),
            };
        }

        public ValueTask DisposeAsync() => Kontor.DisposeAsync();
    }
}
