using Kontor.Contabo.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Kontor.Contabo.Tests.Http;

public sealed class AttemptLogTests
{
    private readonly LineLog _log = new();

    [Fact]
    public async Task A_machine_that_is_not_there_is_no_warning()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("", 404)), log: _log);

        await account.FailsAsync(account.Client.Instances.GetAsync(100, default));

        Assert.Equal(LogLevel.Debug, LineOf("retrieveInstance ").Level);
    }

    [Fact]
    public async Task A_write_whose_target_is_not_there_is_a_warning()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("", 404)), log: _log);

        await account.FailsAsync(account.OrderAsync());

        Assert.Equal(LogLevel.Warning, LineOf("createInstance ").Level);
    }

    [Fact]
    public async Task A_line_has_neither_a_path_nor_a_secret()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("", 500)), log: _log);

        await account.FailsAsync(account.OrderAsync());

        Assert.All(_log.Lines, line =>
        {
            Assert.DoesNotContain("/v1/", line.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Account.Options().ClientSecret, line.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Account.Options().ApiPassword, line.Text, StringComparison.Ordinal);
        });
    }

    private (LogLevel Level, string Text) LineOf(string operation) =>
        Assert.Single(_log.Lines, line => line.Text.StartsWith(operation, StringComparison.Ordinal));
}
