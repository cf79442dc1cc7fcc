using System.Net;
using System.Net.Sockets;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Http;

/// <summary>What really goes over the wire, with the real handler against a server of bytes.</summary>
public sealed class SocketTests
{
    private const string Token = """{"access_token":"t1","expires_in":300}""";

    public static TheoryData<string, Func<ContaboClient, Task>> Writes => new()
    {
        { "POST /v1/compute/instances ", client => client.Instances.CreateAsync(Account.Order, Account.WriteId, default) },
        { "POST /v1/compute/instances/1/cancel ", client => client.Instances.CancelAsync(1, new CancelInstanceRequest(), Account.WriteId, default) },
        { "PATCH /v1/compute/instances/1 ", client => client.Instances.RenameAsync(1, "x", Account.WriteId, default) },
        { "PUT /v1/compute/instances/1 ", client => client.Instances.ReinstallAsync(1, new ReinstallInstanceRequest { ImageId = "i", DefaultUser = DefaultUser.Root }, Account.WriteId, default) },
        { "POST /v1/compute/instances/1/upgrade ", client => client.Instances.UpgradeAsync(1, new UpgradeInstanceRequest { Backup = AddOnChoice.Ordered }, Account.WriteId, default) },
        { "POST /v1/compute/instances/1/actions/start ", client => client.InstanceActions.StartAsync(1, Account.WriteId, default) },
        { "POST /v1/compute/instances/1/snapshots/snap1/rollback ", client => client.Snapshots.RollbackAsync(1, "snap1", Account.WriteId, default) },
        { "DELETE /v1/secrets/1 ", client => client.Secrets.DeleteAsync(1, Account.WriteId, default) },
        { "POST /v1/tags/1/assignments/instance/2 ", client => client.TagAssignments.CreateAsync(1, Tags.TaggedResource.Instance(2), Account.WriteId, default) },
    };

    [Theory]
    [MemberData(nameof(Writes), DisableDiscoveryEnumeration = true)]
    public async Task A_write_on_a_kept_alive_connection_that_dies_reaches_the_server_once(string line, Func<ContaboClient, Task> write)
    {
        await using var server = new RawServer((request, _) => Answer(request, cutOn: line));
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var client = Connect(server.Port, handler);
        await client.Instances.GetAsync(100, default);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(() => write(client));

        Assert.Equal((ContaboErrorReason.ConnectionLost, WriteOutcome.Unknown), (failure.Reason, failure.Outcome));
        Assert.Single(server.Requests, request => request.StartsWith(line, StringComparison.Ordinal));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Without_a_body_the_socket_handler_would_send_the_request_again_which_is_why_every_write_has_one()
    {
        await using var server = new RawServer((request, number) => number == 1 ? RawServer.Ok("{}") : null);
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var first = await invoker.SendAsync(Bare(HttpMethod.Get), default);
        await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var second = await invoker.SendAsync(Bare(HttpMethod.Delete), default);

        Assert.Equal(2, server.Requests.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)));

        HttpRequestMessage Bare(HttpMethod method) => new(method, new Uri($"http://127.0.0.1:{server.Port}/x")) { Version = HttpVersion.Version11 };
    }

    [Fact]
    public async Task A_redirected_write_is_not_followed()
    {
        await using var server = new RawServer((request, _) => request.StartsWith("POST /v1", StringComparison.Ordinal)
            ? "HTTP/1.1 307 Temporary Redirect\r\nLocation: /v1/compute/elsewhere\r\nContent-Length: 0\r\n\r\n"
            : Answer(request, cutOn: null));
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var client = Connect(server.Port, handler);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => client.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal((ContaboErrorReason.UnexpectedStatus, WriteOutcome.Unknown, 307), (failure.Reason, failure.Outcome, failure.Status));
        Assert.Single(server.Requests, request => request.StartsWith("POST /v1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_connection_was_not_sent()
    {
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var account = Cold(FreePort(), handler);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => account.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal((WriteOutcome.DefinitelyNotDone, true), (failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_refused_connection_to_the_api_itself_was_not_sent()
    {
        await using var server = new RawServer((request, _) => Answer(request, cutOn: null));
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var client = Connect(server.Port, handler, apiPort: FreePort());

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => client.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal(
            (ContaboErrorReason.ConnectionFailed, WriteOutcome.DefinitelyNotDone, true), (failure.Reason, failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_tls_handshake_that_never_ends_was_not_sent()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var server = new RawServer((request, _) => Answer(request, cutOn: null));
        using var handler = ContaboClientFactory.CreatePrimaryHandler(connectTimeout: TimeSpan.FromMilliseconds(200));
        using var client = Connect(server.Port, handler, api: new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"));

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => client.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal(
            (ContaboErrorReason.ConnectionFailed, WriteOutcome.DefinitelyNotDone, true), (failure.Reason, failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_write_that_is_never_answered_is_unknown()
    {
        await using var server = new RawServer((request, _) => request.StartsWith("POST /v1", StringComparison.Ordinal) ? "" : Answer(request, null));
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var client = Connect(server.Port, handler);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => client.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal((ContaboErrorReason.Timeout, WriteOutcome.Unknown, false), (failure.Reason, failure.Outcome, failure.NotSent));
    }

    [Fact]
    public async Task A_success_cut_off_in_the_middle_is_unknown()
    {
        await using var server = new RawServer((request, _) => request.StartsWith("POST /v1", StringComparison.Ordinal)
            ? "HTTP/1.1 201 Created\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"data\":[{\"instanceId\":100}]}"
            : Answer(request, null));
        using var handler = ContaboClientFactory.CreatePrimaryHandler();
        using var client = Connect(server.Port, handler);

        var failure = await Assert.ThrowsAsync<ContaboApiException>(
            () => client.Instances.CreateAsync(Account.Order, Account.WriteId, default));

        Assert.Equal(WriteOutcome.Unknown, failure.Outcome);
        Assert.Single(server.Requests, request => request.StartsWith("POST /v1", StringComparison.Ordinal));
    }

    private static string? Answer(string request, string? cutOn)
    {
        if (cutOn is not null && request.StartsWith(cutOn, StringComparison.Ordinal))
        {
            return null;
        }

        return RawServer.Ok(request.Contains("/auth/token", StringComparison.Ordinal) ? Token : Answers.Instance);
    }

    private static ContaboClient Cold(int port, HttpMessageHandler handler) => Connect(port, handler);

    private static ContaboClient Connect(int port, HttpMessageHandler handler, int? apiPort = null, Uri? api = null)
    {
        var options = Account.Options();
        options.ApiUrl = api ?? new Uri($"http://127.0.0.1:{apiPort ?? port}");
        options.TokenUrl = new Uri($"http://127.0.0.1:{port}/auth/token");
        options.OrderTimeout = TimeSpan.FromSeconds(1);
        options.ReadRetries = 0;
        return ContaboClientFactory.Create(options, handler, TimeProvider.System, () => 0.5, () => Account.WriteId.Value);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
