using System.Net;
using System.Text;
using CsCheck;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Json;

/// <summary>Whatever stands in a body, the client answers or throws its own exception.</summary>
public sealed class GarbageProperties
{
    private const int Iterations = 400;

    private static readonly string[] Fields =
    [
        "instanceId", "status", "ipConfig", "cancelDate", "createdDate", "sshKeys", "addOns", "ramMb", "additionalIps", "displayName", "snapshotId", "v4", "ip", "x",
    ];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        AnyOf("null", "true", "false", "0", "-1", "1.5", "1e999", "\"\"", "\"\\ud800\"", "\"2026-02-31\"", "99999999999999999999"),
        Gen.Long.Select(number => number.ToString()),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R")),
        Gen.Char['a', 'z'].Array[0, 8].Select(letters => $"\"{new string(letters)}\""));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth == 4
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(AnyOf(Fields), inner).Array[0, 6].Select(Object)));

    [Fact]
    public void Any_json_in_the_data_is_read_or_refused_properly() =>
        Value.Sample(value => AnswersOrRefuses(Encoding.UTF8.GetBytes($$"""{"data":[{{value}}],"_pagination":{{value}}}"""), 200), iter: Iterations);

    [Fact]
    public void Any_json_as_the_body_is_read_or_refused_properly() =>
        Value.Sample(value => AnswersOrRefuses(Encoding.UTF8.GetBytes(value), 200), iter: Iterations);

    [Fact]
    public void Any_bytes_are_read_or_refused_properly() =>
        Gen.Select(Gen.Byte.Array[0, 200], AnyOf(200, 201, 400, 404, 500)).Sample(AnswersOrRefuses, iter: Iterations);

    [Fact]
    public void Any_json_as_an_error_keeps_its_status() =>
        Value.Sample(
            value =>
            {
                var failure = Write(Encoding.UTF8.GetBytes($$"""{"message":{{value}},"errors":{{value}}}"""), 422);
                Assert.Equal((422, WriteOutcome.DefinitelyNotDone), (failure!.Status, failure.Outcome));
            },
            iter: Iterations);

    [Fact]
    public void A_success_is_either_an_instance_or_unknown() =>
        Value.Sample(
            value => Assert.True(Write(Encoding.UTF8.GetBytes($$"""{"data":[{{value}}]}"""), 201) is null or { Outcome: WriteOutcome.Unknown }),
            iter: Iterations);

    private static void AnswersOrRefuses(byte[] body, int status)
    {
        using var account = Answering(body, status);
        foreach (var call in Calls(account))
        {
            Assert.True(call.IsCompletedSuccessfully || call.Exception?.InnerException is ContaboApiException, $"{call.Exception}");
        }
    }

    private static Task[] Calls(Account account) =>
    [
        account.Client.Instances.GetAsync(1, default),
        account.Client.Snapshots.GetAsync(1, "snap1", default),
        account.Client.Snapshots.RollbackAsync(1, "snap1", Account.WriteId, default),
        account.Client.RegionChanges.CheckAsync(1, default),
        FirstAsync(account),
    ];

    private static async Task FirstAsync(Account account) =>
        await account.Client.Instances.ListAsync(null, default).Take(10).CountAsync().ConfigureAwait(false);

    private static ContaboApiException? Write(byte[] body, int status)
    {
        using var account = Answering(body, status);
        var call = account.OrderAsync();
        return call.IsCompletedSuccessfully ? null : (ContaboApiException)call.Exception!.InnerException!;
    }

    private static Account Answering(byte[] body, int status) => new(
        Cloud.Answering(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) }),
        options => (options.ReadRetries, options.PageSize) = (0, 2));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Object((string Name, string Value)[] fields) =>
        $"{{{string.Join(',', fields.Select(field => $"\"{field.Name}\":{field.Value}"))}}}";
}
