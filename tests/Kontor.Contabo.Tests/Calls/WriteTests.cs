using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

/// <summary>What each write of the client promises: it is sent once, and a failure says whether it may have been carried out.</summary>
public sealed class WriteTests
{
    private static readonly string[] NoAnswers = ["<html>ok</html>", "", "{}", """{"data":[]}""", """{"data":[{}]}""", """{"data":[{"instanceId":1"""];

    public static TheoryData<string> Writes => ClientCalls.Writes;

    public static MatrixTheoryData<string, string> AnsweredBadly => new(ClientCalls.AnsweredWrites.Select(row => row.Data), NoAnswers);

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_carries_the_id_of_its_caller(string operation)
    {
        var (cloud, _) = await MakeAsync(operation, ClientCalls.ByOperation[operation].Succeed);

        Assert.Equal(Account.WriteId.ToString(), Assert.Single(cloud.Calls).RequestId);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_refused_write_is_definitely_not_done(string operation)
    {
        var (cloud, failure) = await MakeAsync(operation, () => Cloud.Json(Answers.Error(422, "wrong state"), 422));

        Assert.Equal((WriteOutcome.DefinitelyNotDone, 422, "wrong state"), (failure?.Outcome, failure?.Status, failure?.ProviderMessages[0]));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_unknown_after_a_conflict(string operation)
    {
        var (cloud, failure) = await MakeAsync(operation, () => Cloud.Json(Answers.Error(409, "conflict"), 409));

        Assert.Equal((WriteOutcome.Unknown, 409), (failure?.Outcome, failure?.Status));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_unknown_after_a_server_error_and_not_repeated(string operation)
    {
        var (cloud, failure) = await MakeAsync(operation, () => Cloud.Json(Answers.Error(503, "later"), 503));

        Assert.Equal((WriteOutcome.Unknown, ContaboErrorReason.ProviderFailed), (failure?.Outcome, failure?.Reason));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_unknown_when_its_connection_dies_and_not_repeated(string operation)
    {
        var (cloud, failure) = await MakeAsync(operation, () => throw new HttpIOException(HttpRequestError.ResponseEnded));

        Assert.Equal((WriteOutcome.Unknown, ContaboErrorReason.ConnectionLost), (failure?.Outcome, failure?.Reason));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_without_a_connection_is_definitely_not_done(string operation)
    {
        var (_, failure) = await MakeAsync(operation, () => throw new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.Equal((WriteOutcome.DefinitelyNotDone, true), (failure?.Outcome, failure?.NotSent));
    }

    [Theory]
    [MemberData(nameof(AnsweredBadly))]
    public async Task A_success_that_does_not_name_what_was_done_is_unknown(string operation, string body)
    {
        var (cloud, failure) = await MakeAsync(operation, () => Cloud.Json(body, ContractTable.Operations[operation].SuccessStatus));

        Assert.Equal((WriteOutcome.Unknown, ContaboErrorReason.Unreadable), (failure?.Outcome, failure?.Reason));
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData("reinstallInstance")]
    [InlineData("upgradeInstance")]
    [InlineData("patchInstance")]
    [InlineData("cancelInstance")]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("shutdown")]
    [InlineData("rescue")]
    [InlineData("resetPasswordAction")]
    [InlineData("createSnapshot")]
    [InlineData("updateSnapshot")]
    public async Task A_success_that_names_another_instance_is_unknown(string operation)
    {
        var reply = ClientCalls.ByOperation[operation].Reply.Replace("\"instanceId\":100", "\"instanceId\":101", StringComparison.Ordinal);

        var (_, failure) = await MakeAsync(operation, () => Cloud.Json(reply));

        Assert.Equal((WriteOutcome.Unknown, ContaboErrorReason.Unreadable), (failure?.Outcome, failure?.Reason));
    }

    private static async Task<(Cloud Cloud, ContaboApiException? Failure)> MakeAsync(string operation, Func<HttpResponseMessage> answer)
    {
        var cloud = Cloud.Answering(answer);
        using var account = new Account(cloud);
        var call = ClientCalls.ByOperation[operation].MakeAsync(account.Client, default);
        await account.LetTimePassAsync(call);
        return (cloud, await Record.ExceptionAsync(() => call) as ContaboApiException);
    }
}
