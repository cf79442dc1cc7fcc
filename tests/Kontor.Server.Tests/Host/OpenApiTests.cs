using System.Text.Json;

namespace Kontor.Server.Tests.Host;

public sealed class OpenApiTests(SharedKontor shared) : IClassFixture<SharedKontor>
{
    private static readonly string Snapshot = Repository.PathOf("docs", "reference", "openapi.json");

    [Fact]
    public async Task The_description_is_the_one_in_the_documentation()
    {
        var now = (await DescriptionAsync()).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("KONTOR_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Snapshot, now, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(Snapshot, TestContext.Current.CancellationToken), now);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_a_way_to_fail()
    {
        foreach (var operation in Operations((await DescriptionAsync()).Json))
        {
            Assert.True(operation.TryGetProperty("operationId", out _) && operation.TryGetProperty("summary", out _), operation.ToString());
            Assert.True(operation.GetProperty("responses").EnumerateObject().Any(response => response.Name == "503") || IsAlwaysRight(operation), operation.ToString());
        }
    }

    [Fact]
    public async Task What_costs_money_or_destroys_demands_an_idempotency_key()
    {
        var demanding = Operations((await DescriptionAsync()).Json)
            .Where(operation => operation.TryGetProperty("parameters", out var parameters)
                && parameters.EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key"))
            .Select(operation => operation.GetProperty("operationId").GetString());

        Assert.Equal(["PlaceOrder", "TerminateSubject", "RenameInstance", "StartInstance", "StopInstance", "RestartInstance", "ShutDownInstance", "ResetPassword", "RescueInstance", "LeaveRescue", "ReinstallInstance", "UploadImage", "DescribeImage", "DeleteImage", "MakeRevealLink", "BuyAddOn", "CreateSnapshot", "UpdateSnapshot", "DeleteSnapshot", "RollBackSnapshot", "ChangePlan", "ChangeRegion", "CreateBulk", "SuspendSubject", "UnsuspendSubject", "AdoptFinding", "AssignFinding"], demanding);
    }

    [Fact]
    public async Task Money_is_text_and_instants_have_their_format()
    {
        var schemas = (await DescriptionAsync()).Json.GetProperty("components").GetProperty("schemas");

        Assert.Equal("string", schemas.GetProperty("MoneyAmount").GetProperty("properties").GetProperty("amount").GetProperty("type").GetString());
        Assert.Equal("date-time", schemas.GetProperty("OrderResponse").GetProperty("properties").GetProperty("sealedAt").GetProperty("format").GetString());
    }

    private static bool IsAlwaysRight(JsonElement operation) =>
        operation.GetProperty("operationId").GetString() is "GetLiveness" or "GetInstallation";

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => operation.Value));

    private Task<Answer> DescriptionAsync() => shared.Kontor.Http().GetAnswerAsync("/openapi/v1.json");
}
