using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Calls;

public sealed class OperationTests
{
    public static TheoryData<string> All => ClientCalls.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_call_says_what_it_should_where_our_table_of_operations_has_it(string operation)
    {
        var (call, row) = (ClientCalls.ByOperation[operation], ContractTable.Operations[operation]);
        var cloud = Cloud.Answering(call.Succeed);
        using var account = new Account(cloud);

        await call.MakeAsync(account.Client, TestContext.Current.CancellationToken);

        var sent = Assert.Single(cloud.Calls);
        Assert.Equal((call.Line, call.Body), ($"{sent.Method} {sent.Url.PathAndQuery}", sent.Body));
        Assert.True(row.Method == sent.Method.Method && row.IsAt(sent.Url.AbsolutePath), $"{row.Method} {row.Path}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_call_fails_under_the_name_of_its_operation(string operation)
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Answers.Error(403, "no"), 403)));

        var failure = await account.FailsAsync(ClientCalls.ByOperation[operation].MakeAsync(account.Client, default));

        Assert.Equal(operation, failure.Operation);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_call_heeds_the_token_of_its_caller(string operation)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        var exception = await Record.ExceptionAsync(
            () => ClientCalls.ByOperation[operation].MakeAsync(account.Client, new CancellationToken(canceled: true)));

        Assert.True(exception is OperationCanceledException or ContaboApiException { NotSent: true }, $"{exception}");
        Assert.Empty(cloud.Calls);
    }
}
