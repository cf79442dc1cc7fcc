using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>Definitely not bought: nothing was charged, and the same order sent again is a new attempt.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string DataCenters = "/v1/data-centers";
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_refused_order_sent_again_is_attempt_two_with_a_new_request_id()
    {
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TooManyRequests, Operation = "createInstance" });
        var order = await _engine.OrderAsync(Shop.Order);
        var refused = await _engine.RunUntilAtRestAsync(order.Operation.Id);
        var bought = await _engine.BuyAsync(Shop.Order);
        var intents = await _engine.IntentsAsync(order.Operation.Id);

        Assert.Equal(("refused", 1), (refused.State, refused.Attempt));
        Assert.Equal(order.Operation.Id, bought.Operation.Id);
        Assert.Equal([(1, IntentOutcome.Refused), (2, IntentOutcome.Recorded)], intents.Select(intent => (intent.Attempt, intent.Outcome)));
        Assert.Equal(intents[1].RequestId, Assert.Single(_engine.Cloud.PurchaseLog).RequestId);
        Assert.NotEqual(intents[0].RequestId, intents[1].RequestId);
    }

    [Fact]
    public async Task A_refused_order_is_not_sent_again_by_itself()
    {
        var order = await _engine.OrderAsync(UnknownToTheCloud);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        _engine.Pass(TimeSpan.FromDays(2), step: TimeSpan.FromHours(1));

        Assert.Equal(1, _engine.Calls("createInstance"));
        Assert.Empty(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task The_reason_the_cloud_gives_for_a_400_is_shown()
    {
        var order = await _engine.OrderAsync(UnknownToTheCloud);
        var refused = await _engine.RunUntilAtRestAsync(order.Operation.Id);

        Assert.Equal(("refused", "purchasing.provider_refused"), (refused.State, refused.ProblemCode));
        Assert.Contains("period must be one of", refused.ProblemDetail, StringComparison.Ordinal);
        Assert.Equal(400, _engine.Cloud.Requests.Single(request => request.OperationId == "createInstance").Status);
    }

    [Fact]
    public async Task An_amended_order_after_a_refusal_is_sealed_anew_and_audited()
    {
        var order = await _engine.OrderAsync(UnknownToTheCloud);
        await _engine.RunUntilAtRestAsync(order.Operation.Id);
        var amendment = UnknownToTheCloud with { Plan = "V154", TermMonths = 12 };
        var unasked = await _engine.TryOrderAsync(amendment);
        var amended = await _engine.BuyAsync(amendment with { Amend = true });

        Assert.Equal("purchasing.order_sealed", unasked.Problem!.Code);
        Assert.Equal(
            (order.Order.Id, order.Order.Marker, "V154", 12),
            (amended.Order.Id, amended.Order.Marker, amended.Order.Plan, amended.Order.TermMonths));
        Assert.Contains("V154", Assert.Single(await _engine.AuditAsync("order.amended")).Detail, StringComparison.Ordinal);
        Assert.Equal("V154", Assert.Single(_engine.Cloud.PurchaseLog).ProductId);
    }

    [Fact]
    public async Task An_accepted_order_cannot_be_amended()
    {
        await _engine.OrderAsync(Shop.Order);
        var refused = await _engine.TryOrderAsync(Shop.Order with { Plan = "V154", Amend = true });

        Assert.Equal("purchasing.order_sealed", refused.Problem!.Code);
    }

    [Fact]
    public async Task An_amendment_that_comes_while_the_order_is_just_being_refused_is_to_be_sent_again()
    {
        var meanwhile = new Meanwhile("order.repeat/before");
        using var engine = new EngineFixture(meanwhile);
        var order = await engine.OrderAsync(UnknownToTheCloud);
        meanwhile.Happens = engine.Work;
        var amendment = UnknownToTheCloud with { Plan = "V154", TermMonths = 12, Amend = true };

        Assert.Equal("purchasing.order_sealed", (await engine.TryOrderAsync(amendment)).Problem!.Code);
        Assert.Equal("refused", (await engine.OperationAsync(order.Operation.Id)).State);
        await engine.BuyAsync(amendment);
    }

    [Fact]
    public async Task An_image_larger_than_the_disk_saves_no_intent_and_buys_nothing()
    {
        _engine.Wire.AnswerReadsOf($"/v1/compute/images/{Shop.Ubuntu}", $$"""{"data":[{"imageId":"{{Shop.Ubuntu}}","sizeMb":102401}]}""");
        var refused = await OrderInVainAsync();

        Assert.Equal("compute.image_too_large", refused.ProblemCode);
    }

    [Fact]
    public async Task A_region_without_a_data_center_saves_no_intent_and_buys_nothing()
    {
        _engine.Wire.AnswerReadsOf(DataCenters, ListOf("""{"regionSlug":"UK","capabilities":["VPS"]}"""));
        var refused = await OrderInVainAsync();

        Assert.Equal("compute.region_not_offered", refused.ProblemCode);
    }

    [Fact]
    public async Task A_region_with_object_storage_only_is_not_offered()
    {
        _engine.Wire.AnswerReadsOf(DataCenters, ListOf("""{"regionSlug":"EU","capabilities":["Object-Storage"]}"""));

        Assert.Equal("compute.region_not_offered", (await OrderInVainAsync()).ProblemCode);
    }

    [Fact]
    public async Task Wrong_credentials_leave_the_order_waiting_and_name_the_settings()
    {
        using var engine = new EngineFixture(credentials: AccountSettings.Demo with { ApiPassword = "wrong" });
        var order = await engine.OrderAsync(Shop.Order);
        engine.Pass(TimeSpan.FromMinutes(30), step: TimeSpan.FromMinutes(1));
        var waiting = await engine.OperationAsync(order.Operation.Id);

        Assert.Equal(("accepted", "pending", "accounts.credentials_refused"), (waiting.State, waiting.Status, waiting.ProblemCode));
        Assert.Contains("ClientId, ClientSecret, ApiUser and ApiPassword", waiting.ProblemDetail, StringComparison.Ordinal);
        Assert.Equal(0, engine.Calls("createInstance"));
    }

    [Fact]
    public async Task An_account_that_cannot_be_asked_for_a_day_calls_a_person()
    {
        using var engine = new EngineFixture(credentials: AccountSettings.Demo with { ApiPassword = "wrong" });
        var order = await engine.OrderAsync(Shop.Order);
        engine.Pass(TimeSpan.FromHours(25), step: TimeSpan.FromMinutes(30));
        var blocked = await engine.OperationAsync(order.Operation.Id);

        Assert.Equal(("blocked", "needs_attention"), (blocked.State, blocked.Status));
        Assert.Empty(await engine.IntentsAsync(order.Operation.Id));
    }

    /// <summary>Gets an order that our catalogue offers and the simulated cloud has no such term for.</summary>
    private static OrderInstance UnknownToTheCloud => Shop.Order with { Plan = "V8", TermMonths = 24 };

    private static string ListOf(string row) =>
        $$"""{"data":[{{row}}],"_pagination":{ "size":100,"totalElements":1,"totalPages":1,"page":1 } }""";

    private async Task<Operation> OrderInVainAsync()
    {
        var order = await _engine.OrderAsync(Shop.Order);
        var refused = await _engine.RunUntilAtRestAsync(order.Operation.Id);
        Assert.Equal("refused", refused.State);
        Assert.Empty(await _engine.AllAsync<Intent>());
        Assert.Equal(0, _engine.Calls("createInstance"));
        return refused;
    }
}
