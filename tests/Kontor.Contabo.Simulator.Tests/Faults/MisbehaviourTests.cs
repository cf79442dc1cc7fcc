using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Faults;

public sealed class MisbehaviourTests
{
    private const string Instances = "/v1/compute/instances";

    public static TheoryData<Misbehaviour> All => [.. Enum.GetValues<Misbehaviour>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_misbehaviour_fires_where_it_can_and_is_counted(Misbehaviour misbehaviour)
    {
        var rig = new CloudRig(new SimulatorOptions { CustomImageBaseMb = 10_000 });
        using var api = await rig.SignedInAsync();
        for (var number = 0; number < 12; number++)
        {
            await api.OrderAsync($"machine {number}");
        }

        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour });
        await CallAsync(api, HttpMethod.Get, $"{Instances}?page=2", null);
        await CallAsync(api, HttpMethod.Post, Instances, ApiCaller.Order("hit"));
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        await CallAsync(api, HttpMethod.Post, $"{Instances}/202600001/actions/shutdown", null);
        await CallAsync(api, HttpMethod.Put, $"{Instances}/202600002", new { imageId = "4efbc0ba-2313-4fe1-842a-516f8652e729" });
        await CallAsync(api, HttpMethod.Post, "/v1/compute/images", new { name = "mine", url = "https://example.com/a.iso", osType = "Linux", version = "1" });

        Assert.Equal(1, rig.Cloud.Faults.FiredCount(misbehaviour));
        Assert.Equal(1, Assert.Single(rig.Cloud.Faults.Rules).Fired);
    }

    [Theory]
    [InlineData(Misbehaviour.ServerErrorBeforeEffect, 0)]
    [InlineData(Misbehaviour.ServerErrorAfterEffect, 1)]
    public async Task A_500_may_hide_a_purchase(Misbehaviour misbehaviour, int purchases)
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour, Operation = "createInstance" });

        var answer = await api.PostAsync(Instances, ApiCaller.Order());

        Assert.Equal((500, "Internal Server Error, retry or contact support"), (answer.Status, answer.Message.GetString()));
        Assert.Equal(purchases, rig.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task Faulty_lists_lie_in_four_ways()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        for (var number = 0; number < 15; number++)
        {
            await api.OrderAsync($"machine {number}");
        }

        Assert.Equal(500, (await ListAsync(rig, api, Misbehaviour.FailedList, 1)).Status);
        Assert.Equal((9, 15), Size(await ListAsync(rig, api, Misbehaviour.ShortList, 1)));
        Assert.Equal((4, 14), Size(await ListAsync(rig, api, Misbehaviour.StaleList, 2)));
        var repeated = await ListAsync(rig, api, Misbehaviour.DuplicatePage, 2);
        Assert.Equal((await api.GetAsync(Instances)).First.GetRawText(), repeated.First.GetRawText());
        Assert.Equal(2, repeated.Body.GetProperty("_pagination").GetProperty("page").GetInt32());
    }

    [Fact]
    public async Task A_token_may_expire_between_two_pages_and_stays_dead()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.TokenExpiry });

        Assert.Equal(200, (await api.GetAsync($"{Instances}?page=1")).Status);
        Assert.Equal(401, (await api.GetAsync($"{Instances}?page=2")).Status);
        Assert.Equal(401, (await api.GetAsync($"{Instances}?page=2")).Status);
        await api.SignInAsync();
        Assert.Equal(200, (await api.GetAsync($"{Instances}?page=2")).Status);
    }

    [Fact]
    public async Task An_audit_row_may_come_late_or_never()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.LateAudit, DisplayName = "late", Delay = TimeSpan.FromSeconds(90) });
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.MissingAudit, DisplayName = "missing" });
        await api.OrderAsync("late 1", requestId: ApiCaller.RequestId(1));
        await api.OrderAsync("missing 1", requestId: ApiCaller.RequestId(2));

        Assert.Empty((await api.GetAsync($"{Instances}/audits")).Data);
        rig.Clock.Advance(TimeSpan.FromSeconds(90));
        var row = Assert.Single((await api.GetAsync($"{Instances}/audits")).Data);
        Assert.Equal(ApiCaller.RequestId(1), row.GetProperty("requestId").GetString());
        Assert.Equal("2026-11-10T09:00:00.000Z", row.GetProperty("timestamp").GetString());
    }

    [Theory]
    [InlineData(Misbehaviour.StuckProvisioning, "provisioning", 1)]
    [InlineData(Misbehaviour.PendingPayment, "pending_payment", 1)]
    [InlineData(Misbehaviour.VerificationRequired, "verification_required", 1)]
    [InlineData(Misbehaviour.ManualProvisioning, "manual_provisioning", 1)]
    [InlineData(Misbehaviour.ProductNotAvailable, "product_not_available", 0)]
    [InlineData(Misbehaviour.ProvisioningError, "error", 1)]
    public async Task An_order_may_take_an_exit_on_the_providers_side(Misbehaviour misbehaviour, string status, int purchases)
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour });
        var id = await api.OrderAsync();

        rig.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(status, rig.Cloud.FindInstance(id)!.Status);
        Assert.Equal(purchases, rig.Cloud.PurchaseLog.Count);
    }

    [Fact]
    public async Task An_order_that_waited_goes_on_when_the_panel_releases_it()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.PendingPayment });
        var id = await api.OrderAsync();

        rig.Cloud.Panel.SetStatus(id, "provisioning");
        rig.Clock.Advance(TimeSpan.FromSeconds(110));

        Assert.Equal("running", rig.Cloud.FindInstance(id)!.Status);
    }

    [Fact]
    public async Task A_rule_skips_counts_and_matches()
    {
        var rig = new CloudRig();
        using var api = await rig.SignedInAsync();
        rig.Cloud.Faults.Add(new FaultRule
        {
            Misbehaviour = Misbehaviour.ServerErrorBeforeEffect,
            Operation = "createInstance",
            DisplayName = "k-7",
            Skip = 1,
            Count = 2,
        });

        var statuses = new List<int>();
        foreach (var name in (string[])["a k-7", "a k-8", "a k-7", "b k-7", "c k-7"])
        {
            statuses.Add((await api.PostAsync(Instances, ApiCaller.Order(name))).Status);
        }

        Assert.Equal([201, 201, 500, 500, 201], statuses);
    }

    [Fact]
    public async Task The_token_endpoint_misbehaves_too()
    {
        var rig = new CloudRig();
        using var api = rig.Caller();
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ServerErrorBeforeEffect, Operation = "token" });

        Assert.Equal(500, (await api.TokenAsync(api.PasswordForm())).Status);
        Assert.Equal(200, (await api.TokenAsync(api.PasswordForm())).Status);
    }

    private static async Task<ApiAnswer> ListAsync(CloudRig rig, ApiCaller api, Misbehaviour misbehaviour, int page)
    {
        rig.Cloud.Faults.Add(new FaultRule { Misbehaviour = misbehaviour });
        return await api.GetAsync($"{Instances}?page={page}");
    }

    private static (int Rows, int Total) Size(ApiAnswer answer) =>
        (answer.Data.Count, answer.Body.GetProperty("_pagination").GetProperty("totalElements").GetInt32());

    /// <summary>A call whose answer does not matter: broken, refused, or given up at once when none comes.</summary>
    private static async Task CallAsync(ApiCaller api, HttpMethod method, string path, object? body)
    {
        using var patience = new CancellationTokenSource();
        var call = api.SendUntilAsync(method, path, body, null, patience.Token);
        await patience.CancelAsync();
        await Record.ExceptionAsync(() => call);
    }
}
