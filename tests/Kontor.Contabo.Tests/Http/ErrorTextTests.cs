using System.Text;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("""{"statusCode":400,"message":"productId is wrong"}""", "productId is wrong")]
    [InlineData("""{"statusCode":400,"message":["imageId must be a UUID","period must be a number"]}""", "imageId must be a UUID|period must be a number")]
    [InlineData("""{"message":"Kong Error Too many requests"}""", "Kong Error Too many requests")]
    [InlineData("""{"errors":["invalid_token","invalid_order_id"]}""", "invalid_token|invalid_order_id")]
    [InlineData("""{"message":[{"property":"x"},"plain"]}""", "plain")]
    [InlineData("<html><body>Bad gateway</body></html>", "")]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("\"text\"", "")]
    [InlineData("""{"message":null}""", "")]
    [InlineData("""{"message":"\ud800"}""", "")]
    public async Task The_provider_texts_are_found_wherever_they_stand(string body, string expected)
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(body, 400)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal(expected, string.Join('|', failure.ProviderMessages));
        Assert.Equal(WriteOutcome.DefinitelyNotDone, failure.Outcome);
    }

    [Fact]
    public async Task A_success_that_holds_errors_instead_of_data_keeps_their_texts()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json("""{"errors":["invalid_order_id"]}""")));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.Unreadable, "invalid_order_id"), (failure.Reason, Assert.Single(failure.ProviderMessages)));
    }

    [Fact]
    public async Task The_exception_names_operation_request_and_trace()
    {
        using var account = new Account(Cloud.Answering(() => Cloud.Json(Answers.Error(422, "wrong state"), 422)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal(("createInstance", (RequestId?)Account.WriteId, "kontor-test"), (failure.Operation, failure.RequestId, failure.TraceId));
        Assert.Contains("wrong state", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_and_many_texts_are_capped()
    {
        var texts = string.Join(',', Enumerable.Repeat($"\"{new string('x', 600)}\"", 30));
        using var account = new Account(Cloud.Answering(() => Cloud.Json($$"""{"message":[{{texts}}]}""", 400)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal(20, failure.ProviderMessages.Count);
        Assert.All(failure.ProviderMessages, text => Assert.Equal(500, text.Length));
    }

    [Fact]
    public async Task A_huge_error_page_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();
        using var account = new Account(Cloud.Answering(() => Response(endless, 400)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal(400, failure.Status);
        Assert.InRange(endless.BytesRead, 1, 1024 * 1024);
    }

    [Fact]
    public async Task A_huge_success_is_given_up_as_unreadable()
    {
        var endless = new EndlessStream();
        using var account = new Account(Cloud.Answering(() => Response(endless, 201)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.Unreadable, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
        Assert.InRange(endless.BytesRead, 32 * 1024 * 1024, 70 * 1024 * 1024);
    }

    [Fact]
    public async Task A_refusal_whose_body_breaks_off_stays_a_refusal()
    {
        using var account = new Account(Cloud.Answering(() => Response(new BrokenStream(), 400)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((WriteOutcome.DefinitelyNotDone, 400), (failure.Outcome, failure.Status));
    }

    [Fact]
    public async Task A_success_whose_body_breaks_off_is_unknown()
    {
        using var account = new Account(Cloud.Answering(() => Response(new BrokenStream(), 201)));

        var failure = await account.FailsAsync(account.OrderAsync());

        Assert.Equal((ContaboErrorReason.ConnectionLost, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
    }

    [Fact]
    public async Task No_secret_is_in_what_is_printed()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"statusCode":500,"message":"oops"}""", 500));
        using var account = new Account(cloud);
        var order = Account.Order with { UserData = "#cloud-config secret-in-user-data" };
        var secret = new Secrets.CreateSecretRequest { Name = "n", Value = "Geheim-1-Geheim", Type = Secrets.SecretType.Password };

        var failure = await account.FailsAsync(account.Client.Instances.CreateAsync(order, Account.WriteId, default));

        var printed = new StringBuilder().Append(failure).Append(order).Append(secret)
            .Append(new ReinstallInstanceRequest { ImageId = "i", DefaultUser = DefaultUser.Root, UserData = "secret-in-user-data" })
            .Append(new RescueInstanceRequest { UserData = "secret-in-user-data" })
            .Append(new ResetPasswordRequest { UserData = "secret-in-user-data" })
            .Append(new Secrets.Secret { Value = "Geheim-2-Geheim" }).Append(new Secrets.UpdateSecretRequest { Value = "Geheim-3-Geheim" }).ToString();
        Assert.DoesNotContain("secret-in-user-data", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(cloud.Calls[0].Token!, printed.Split(' '));
    }

    private static HttpResponseMessage Response(Stream stream, int status) => new((System.Net.HttpStatusCode)status) { Content = new StreamContent(stream) };
}
