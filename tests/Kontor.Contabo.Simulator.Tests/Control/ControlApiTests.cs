using System.Net;
using System.Text;
using System.Text.Json;
using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.Hosting;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Control;

public sealed class ControlApiTests : IAsyncLifetime
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private SimulatorServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SimulatorServer.StartAsync(
        new SimulatorServerSettings { Port = 0, Mode = ClockMode.Stepped, Start = new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero) },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Time_is_read_advanced_and_set()
    {
        Assert.Equal("stepped", (await GetAsync("/sim/clock")).Body.GetProperty("mode").GetString());
        var advanced = await PostAsync("/sim/clock/advance", """{"seconds":86400}""");
        Assert.Equal(new DateTimeOffset(2026, 11, 11, 9, 0, 0, TimeSpan.Zero), advanced.Body.GetProperty("now").GetDateTimeOffset());
        await PostAsync("/sim/clock/advance", """{"to":"2026-12-01T00:00:00Z"}""");
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), _server.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/sim/clock/advance", """{"to":"2026-11-01T00:00:00Z"}""")).Status);
        Assert.Equal(60, (await PostAsync("/sim/clock", """{"mode":"scaled","speed":60}""")).Body.GetProperty("speed").GetDouble());
    }

    [Fact]
    public async Task A_waiting_reader_hears_of_a_changed_clock()
    {
        var version = (await GetAsync("/sim/clock")).Body.GetProperty("version").GetInt64();
        var wait = GetAsync($"/sim/clock/wait?version={version}");

        await PostAsync("/sim/clock/advance", """{"seconds":5}""");

        Assert.Equal(version + 1, (await wait).Body.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("/sim/clock", """{"mode":"scaled","speeed":60}""", "There is no field 'speeed'; known: mode, speed.")]
    [InlineData("/sim/clock", """{"mode":"warp"}""", "Field 'mode' has a value that does not fit.")]
    [InlineData("/sim/clock", """{"mode":"scaled"}""", "A scaled clock needs a 'speed' above 0.")]
    [InlineData("/sim/clock", """[]""", "The body must be a JSON object.")]
    [InlineData("/sim/clock", """{""", "The body is not JSON.")]
    [InlineData("/sim/clock/advance", """{}""", "Give either 'seconds', 0 or more, or 'to', an instant.")]
    [InlineData("/sim/faults", """{"misbehaviour":"failedList","operation":"listEverything"}""", "There is no operation 'listEverything'.")]
    [InlineData("/sim/faults/seed", """{"seed":1,"rate":2}""", "Give 'seed', a whole number, and 'rate', from 0 to 1.")]
    [InlineData("/sim/instances/1/rename", """{"displayName":"x"}""", "There is no instance 1.")]
    [InlineData("/sim/instances/1/stop", "", "There is no instance 1.")]
    [InlineData("/sim/instances/1/reinstall", """{"image":"x"}""", "There is no field 'image'; known: imageId.")]
    [InlineData("/sim/instances", """{"productId":"V153","period":7}""", "Product V153 is not sold for 7 months in EU.")]
    [InlineData("/sim/purchases/plant-duplicate", """{}""", "The purchase log has no such entry.")]
    public async Task A_wrong_wish_is_refused_with_a_sentence(string path, string body, string sentence)
    {
        var answer = await PostAsync(path, body);

        Assert.True((int)answer.Status is 400 or 404);
        Assert.Equal(sentence, answer.Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Faults_are_planned_counted_and_taken_back()
    {
        await PostAsync("/sim/faults", """{"misbehaviour":"serverErrorAfterEffect","operation":"createInstance","displayName":"web"}""");
        await PostAsync("/sim/faults/seed", """{"seed":9,"rate":0,"allowed":["missingAudit"]}""");
        using var api = await SignedInAsync();
        Assert.Equal(500, (await api.PostAsync("/v1/compute/instances", ApiCaller.Order("web"))).Status);

        var faults = (await GetAsync("/sim/faults")).Body;
        Assert.Equal("""[{"misbehaviour":"serverErrorAfterEffect","operation":"createInstance","count":1}]""", faults.GetProperty("fired").GetRawText());
        Assert.Equal(9, faults.GetProperty("seed").GetProperty("seed").GetInt64());
        var cleared = await SendAsync(HttpMethod.Delete, "/sim/faults", null);
        Assert.Equal((0, JsonValueKind.Null), (cleared.Body.GetProperty("rules").GetArrayLength(), cleared.Body.GetProperty("seed").ValueKind));
    }

    [Fact]
    public async Task The_oracle_tells_purchases_charges_and_invoices_and_can_be_made_to_lie()
    {
        using var api = await SignedInAsync();
        await api.OrderAsync("web");

        Assert.Equal("web", (await GetAsync("/sim/purchases")).Body[0].GetProperty("displayName").GetString());
        Assert.Equal(1, (await GetAsync("/sim/charges")).Body.GetArrayLength());
        Assert.Equal(4.5m, (await GetAsync("/sim/invoice?month=2026-11")).Body.GetProperty("total").GetDecimal());
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/sim/invoice?month=November")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/sim/invoice?account=DE-1&month=2026-11")).Status);
        Assert.True((await PostAsync("/sim/purchases/plant-duplicate", "{}")).Body.GetProperty("planted").GetBoolean());
        Assert.Equal(2, (await GetAsync("/sim/purchases")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_person_in_the_panel_renames_cancels_sets_and_deletes()
    {
        var id = (await PostAsync("/sim/instances", """{"displayName":"theirs"}""")).Body.GetProperty("instanceId").GetInt64();

        Assert.Equal("new", (await PostAsync($"/sim/instances/{id}/rename", """{"displayName":"new"}""")).Body.GetProperty("displayName").GetString());
        var cancelled = await PostAsync($"/sim/instances/{id}/cancel", """{"on":"2026-11-20"}""");
        Assert.Equal("2026-11-20", cancelled.Body.GetProperty("contract").GetProperty("cancelDate").GetString());
        var stopped = await PostAsync($"/sim/instances/{id}/status", """{"status":"stopped","suspended":true}""");
        Assert.Equal(("stopped", true), (stopped.Body.GetProperty("status").GetString(), stopped.Body.GetProperty("suspended").GetBoolean()));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"/sim/instances/{id}/delete", "{}")).Status);
        Assert.Equal(0, (await GetAsync("/sim/instances")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_person_in_the_panel_stops_starts_and_reinstalls()
    {
        var id = (await PostAsync("/sim/instances", """{"displayName":"theirs"}""")).Body.GetProperty("instanceId").GetInt64();
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"/sim/instances/{id}/stop", "")).Status);
        await PostAsync("/sim/clock/advance", """{"seconds":120}""");

        Assert.Equal("stop", (await PostAsync($"/sim/instances/{id}/stop", "")).Body.GetProperty("task").GetString());
        await PostAsync("/sim/clock/advance", """{"seconds":3}""");
        Assert.Equal("start", (await PostAsync($"/sim/instances/{id}/start", "")).Body.GetProperty("task").GetString());
        await PostAsync("/sim/clock/advance", """{"seconds":5}""");
        Assert.Equal("installing", (await PostAsync($"/sim/instances/{id}/reinstall", "{}")).Body.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync($"/sim/instances/{id}/finish-region-change", "")).Status);
        Assert.Equal(0, (await GetAsync($"/sim/instances/{id}/snapshots")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Calls_are_recorded_and_reset_forgets_everything()
    {
        using var api = await SignedInAsync();
        await api.OrderAsync("web", requestId: ApiCaller.RequestId(77));

        var calls = (await GetAsync("/sim/requests")).Body;
        Assert.Equal(["token", "createInstance"], calls.EnumerateArray().Select(call => call.GetProperty("operationId").GetString()));
        Assert.Equal((ApiCaller.RequestId(77), 201), (calls[1].GetProperty("requestId").GetString(), calls[1].GetProperty("status").GetInt32()));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/sim/reset", "")).Status);
        Assert.Equal(0, (await GetAsync("/sim/requests")).Body.GetArrayLength());
        Assert.Empty(_server.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task Health_and_unknown_control_paths_are_answered()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/healthz")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/sim/nothing")).Status);
    }

    private Task<ApiCaller> SignedInAsync() => new ApiCaller(new SocketsHttpHandler(), _server.Address).SignInAsync();

    private Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    private Task<Answer> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server.Address, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed record Answer(HttpStatusCode Status, string Text)
    {
        public JsonElement Body => JsonElement.Parse(Text);
    }
}
