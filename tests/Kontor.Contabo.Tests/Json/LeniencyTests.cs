using System.Text.Json;
using Kontor.Contabo.Calls;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Json;

public sealed class LeniencyTests
{
    [Theory]
    [InlineData("8192")]
    [InlineData("8192.0")]
    [InlineData("\"8192\"")]
    [InlineData("8.192e3")]
    public void Numbers_may_come_as_text_or_fraction(string number)
    {
        var instance = Read($$"""{"ramMb":{{number}},"cpuCores":{{number}},"instanceId":{{number}}}""");

        Assert.Equal((8192m, 8192L, 8192L), (instance.RamMb, instance.CpuCores, instance.InstanceId));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"many\"")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999")]
    public void What_is_no_integer_reads_as_null(string number) => Assert.Null(Read($$"""{"instanceId":{{number}}}""").InstanceId);

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("17", null)]
    [InlineData("{}", null)]
    [InlineData("\"2026-12-31\"", "2026-12-31")]
    [InlineData("\"2026-12-31T23:30:00.000Z\"", "2026-12-31")]
    [InlineData("\"2026-12-31T23:30:00+02:00\"", "2026-12-31")]
    [InlineData("\"2026-12-31x\"", null)]
    public void A_cancel_date_is_a_day_or_nothing(string value, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), Read($$"""{"cancelDate":{{value}}}""").CancelDate);

    [Theory]
    [InlineData("\"2026-11-23T08:00:00.000Z\"")]
    [InlineData("\"2026-11-23T08:00:00\"")]
    [InlineData("\"2026-11-23 08:00:00\"")]
    [InlineData("\"2026-11-23T10:00:00+02:00\"")]
    public void A_moment_without_an_offset_is_utc(string value) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), Read($$"""{"createdDate":{{value}}}""").CreatedDate);

    [Theory]
    [InlineData("""{"v4":{"ip":"1.2.3.4"}}""", 1)]
    [InlineData("""{"v4":[{"ip":"1.2.3.4"},{"ip":"1.2.3.5"}]}""", 2)]
    [InlineData("""{"v4":[{"ip":"1.2.3.4"},null,"x",[]]}""", 1)]
    [InlineData("""{"v4":[]}""", 0)]
    [InlineData("""{"v4":null}""", null)]
    [InlineData("""{"v4":""}""", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"\"", null)]
    public void Addresses_come_as_object_list_or_nothing(string ipConfig, int? count) =>
        Assert.Equal(count, Read($$"""{"ipConfig":{{ipConfig}}}""").IpConfig?.V4?.Count);

    [Theory]
    [InlineData("[123,125]", "123,125")]
    [InlineData("[\"123\",125.0,null,\"x\"]", "123,125")]
    [InlineData("\"[123, 125]\"", "123,125")]
    [InlineData("\"123\"", "123")]
    [InlineData("123", "123")]
    [InlineData("\"none\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Key_ids_are_read_from_whatever_holds_them(string value, string? expected) =>
        Assert.Equal(expected, Read($$"""{"sshKeys":{{value}}}""").SshKeys is { } keys ? string.Join(',', keys) : null);

    [Fact]
    public void Unknown_words_and_fields_survive_a_round_trip()
    {
        const string Text = """{"instanceId":1,"status":"hibernating","productType":"quantum","newField":{"a":[1,"x"]},"other":null,"customerId":54321}""";
        var instance = Read(Text);

        var again = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(instance, ReplyJsonContext.Default.Instance), ReplyJsonContext.Default.Instance)!;

        Assert.Equal(("hibernating", "quantum", "54321"), (again.Status?.Value, again.ProductType?.Value, again.CustomerId));
        Assert.Equal("""{"a":[1,"x"]}""", again.AdditionalData!["newField"].GetRawText());
        Assert.True(again.AdditionalData.ContainsKey("other"));
    }

    [Fact]
    public void Words_are_compared_without_regard_to_case()
    {
        Assert.Equal(InstanceStatus.Running, new InstanceStatus("RUNNING"));
        Assert.Equal(InstanceStatus.Running.GetHashCode(), new InstanceStatus("RUNNING").GetHashCode());
        Assert.NotEqual(InstanceStatus.Running, new InstanceStatus("runnin"));
        Assert.Equal("", default(InstanceStatus).ToString());
    }

    [Fact]
    public async Task A_list_with_odd_rows_is_still_a_list()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(
            """{"data":[{"instanceId":1,"ramMb":{},"ipConfig":7,"addOns":"x","createdDate":[],"status":3},{"instanceId":2}]}""")));

        var rows = await account.Client.Instances.ListAsync(null, default).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1L, 2L], rows.Select(row => row.InstanceId));
    }

    private static Instance Read(string json) => JsonSerializer.Deserialize(json, ReplyJsonContext.Default.Instance)!;
}
