using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

public sealed class CancelTests
{
    private readonly CloudRig _rig = new();

    [Theory]
    [InlineData("2026-11-20", "2026-12-10")]
    [InlineData("2026-12-24T10:00:00.000Z", "2026-12-24")]
    [InlineData("2026-12-23T23:30:00Z", "2026-12-24")]
    public async Task An_early_wish_moves_to_the_end_of_the_term_and_a_later_one_is_honoured(string wish, string end)
    {
        using var api = await RunningAsync();

        var answer = await CancelAsync(api, new { cancelDate = wish });

        Assert.Equal((201, end), (answer.Status, answer.First.GetProperty("cancelDate").GetString()));
    }

    [Fact]
    public async Task A_later_end_is_paid_for_until_then()
    {
        using var api = await RunningAsync();
        await CancelAsync(api, new { cancelDate = "2026-12-24" });

        _rig.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(2, _rig.Cloud.Charges.Count);
        Assert.Empty(_rig.Cloud.Instances);
    }

    [Fact]
    public async Task After_a_renewal_the_new_term_has_to_be_paid_to_its_end()
    {
        using var api = await RunningAsync();
        _rig.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 9, 23, 0, 0, TimeSpan.Zero));
        await api.SignInAsync();

        var answer = await CancelAsync(api, null);

        Assert.Equal("2027-01-10", answer.First.GetProperty("cancelDate").GetString());
        Assert.Equal(2, _rig.Cloud.Charges.Count);
    }

    [Fact]
    public async Task While_it_is_provisioned_a_cancel_fails_and_changes_nothing()
    {
        using var api = await _rig.SignedInAsync();
        await api.OrderAsync();

        Assert.Equal(500, (await CancelAsync(api, null)).Status);
        Assert.Null(Assert.Single(_rig.Cloud.Instances).Contract!.CancelDate);
    }

    [Fact]
    public async Task A_second_cancel_is_refused_and_the_date_stands()
    {
        using var api = await RunningAsync();
        await CancelAsync(api, null);

        Assert.Equal(422, (await CancelAsync(api, new { cancelDate = "2027-03-01" })).Status);
        Assert.Equal(new DateOnly(2026, 12, 10), Assert.Single(_rig.Cloud.Instances).Contract!.CancelDate);
    }

    [Fact]
    public async Task A_wish_that_is_no_date_is_refused()
    {
        using var api = await RunningAsync();

        Assert.Equal(400, (await CancelAsync(api, new { cancelDate = "tomorrow" })).Status);
        Assert.Equal(400, (await CancelAsync(api, new { cancelDate = "2026-13-45" })).Status);
    }

    [Fact]
    public async Task The_audit_tells_a_cancel_with_its_date()
    {
        using var api = await RunningAsync();
        await CancelAsync(api, null);

        var row = (await api.GetAsync("/v1/compute/instances/audits?instanceId=202600001")).Data[^1];

        Assert.Equal("UPDATED", row.GetProperty("action").GetString());
        Assert.Equal("2026-12-10", row.GetProperty("changes").GetProperty("new").GetProperty("cancelDate").GetString());
    }

    private async Task<ApiCaller> RunningAsync()
    {
        var api = await _rig.SignedInAsync();
        await api.OrderAsync();
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        return api;
    }

    private static Task<ApiAnswer> CancelAsync(ApiCaller api, object? body) => api.PostAsync("/v1/compute/instances/202600001/cancel", body);
}
