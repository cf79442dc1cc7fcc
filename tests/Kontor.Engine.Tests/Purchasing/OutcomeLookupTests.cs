using CsCheck;
using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Common;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Purchasing;

/// <summary>What may be concluded from looking: exact hits only, and "none" only from two complete lists.</summary>
public sealed class OutcomeLookupTests
{
    private static readonly RequestId Ours = RequestId.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly RequestId Other = RequestId.Parse("22222222-2222-4222-8222-222222222222");
    private static readonly Marker Marker = Marker.Parse("k-0123456789ab");

    [Fact]
    public async Task The_audit_of_our_call_is_a_hit()
    {
        var found = await LookAsync(new SampleCloud { Audits = [Created(7, Ours)] });

        Assert.Equal([7L], found.Found);
        Assert.Equal((true, null), (found.Complete, found.Trouble));
    }

    [Fact]
    public async Task The_name_with_our_marker_is_a_hit_whatever_its_label_is_now() =>
        Assert.Equal([7L], (await LookAsync(new SampleCloud { Instances = [Named(7, "renamed k-0123456789ab")] })).Found);

    [Fact]
    public async Task One_machine_seen_in_both_lists_is_one_hit() =>
        Assert.Equal([7L], (await LookAsync(new SampleCloud { Audits = [Created(7, Ours)], Instances = [Named(7, "web k-0123456789ab")] })).Found);

    [Fact]
    public async Task Two_machines_are_two_hits() =>
        Assert.Equal([7L, 8L], (await LookAsync(new SampleCloud { Audits = [Created(8, Ours)], Instances = [Named(7, "web k-0123456789ab")] })).Found);

    [Fact]
    public void A_cloud_that_ignores_the_filters_and_returns_everything_gives_no_hit() =>
        Gen.Select(Gen.Int[0, 250], Gen.Int[1, 100]).Sample((rows, size) =>
        {
            var everything = new SampleCloud
            {
                PageSize = size,
                Audits = [.. Enumerable.Range(1, rows).Select(id => Created(id, Other))],
                Instances = [.. Enumerable.Range(1, rows).Select(id => Named(id, $"web k-0123456789a{"cdefgh"[id % 6]}"))],
            };
            var found = LookAsync(everything).GetAwaiter().GetResult();
            Assert.Equal((0, true), (found.Found.Count, found.Complete));
        });

    [Fact]
    public async Task A_hit_on_the_last_page_is_found()
    {
        var cloud = new SampleCloud { PageSize = 10, Audits = [.. Enumerable.Range(1, 95).Select(id => Created(id, id == 95 ? Ours : Other))] };

        Assert.Equal([95L], (await LookAsync(cloud)).Found);
    }

    [Fact]
    public async Task An_audit_of_our_call_that_created_nothing_is_no_hit()
    {
        var updated = Created(7, Ours) with { Action = AuditAction.Updated };
        var nameless = Created(7, Ours) with { InstanceId = null };

        Assert.Empty((await LookAsync(new SampleCloud { Audits = [updated with { Id = 1 }, nameless with { Id = 2 }] })).Found);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_failed_list_proves_nothing(bool auditFails, bool listFails)
    {
        var found = await LookAsync(new SampleCloud { AuditsFail = auditFails, InstancesFail = listFails });

        Assert.Equal((0, false), (found.Found.Count, found.Complete));
        Assert.NotNull(found.Trouble);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_short_list_proves_nothing(bool auditShort, bool listShort)
    {
        var cloud = new SampleCloud
        {
            Audits = [Created(1, Other), Created(2, Other)],
            Instances = [Named(1, "a"), Named(2, "b")],
            AuditsShort = auditShort,
            InstancesShort = listShort,
        };
        var found = await LookAsync(cloud);

        Assert.False(found.Complete);
        Assert.Contains("incomplete", found.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_in_one_list_counts_even_when_the_other_fails() =>
        Assert.Equal([7L], (await LookAsync(new SampleCloud { AuditsFail = true, Instances = [Named(7, "web k-0123456789ab")] })).Found);

    [Fact]
    public async Task Two_empty_lists_are_complete_and_say_none()
    {
        var found = await LookAsync(new SampleCloud());

        Assert.Equal((0, true, null), (found.Found.Count, found.Complete, found.Trouble));
    }

    private static InstanceAudit Created(long instance, RequestId cause) =>
        new() { Id = instance, InstanceId = instance, Action = AuditAction.Created, RequestId = cause.ToString().ToUpperInvariant() };

    private static Instance Named(long id, string name) => new() { InstanceId = id, DisplayName = name };

    private static Task<LookupResult> LookAsync(SampleCloud cloud) =>
        OutcomeLookup.LookAsync(cloud, Ours, Order, TestContext.Current.CancellationToken);

    private static SealedOrder Order { get; } = new()
    {
        Plan = "V153",
        Region = "EU",
        Image = "image",
        DefaultUser = "admin",
        Label = "web",
        Marker = Marker.Value,
        PriceListId = "1",
        Currency = Currency.Eur,
    };
}
