using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;
using Kontor.Server.Tests.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kontor.Server.Tests.Compute;

/// <summary>New installation, password and rescue over REST, and what their bodies may not be.</summary>
public sealed class AccessTests
{
    private const string Debian = "4efbc0ba-2313-4fe1-842a-516f8652e729";
    private const string PublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwS+B me@example.com";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_password_is_behind_the_link_of_its_operation()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);

        var reset = await client.Instances.ResetPasswordAsync(machine, new ResetPasswordRequest(), "reset-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var done = await client.Operations.GetAsync(reset.Id, Cancel);
        var shown = await RevealAsync(kontor, client, reset.Id);

        Assert.Equal(("instance.password", OperationStatus.Succeeded), (done.Type, done.Status));
        Assert.Equal(Assert.Single(kontor.Cloud.Secrets).Value, shown);
    }

    [Fact]
    public async Task A_machine_is_installed_anew_after_it_was_said_what_is_lost()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);
        var losses = await client.Instances.GetReinstallLossesAsync(machine, Cancel);

        var request = new ReinstallRequest { Image = Debian, Confirm = losses.Confirm, Loses = true, SshKeys = [PublicKey], DefaultUser = "root" };
        var reinstall = await client.Instances.ReinstallAsync(machine, request, "reinstall-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(10));
        var after = await client.Instances.GetAsync(machine, Cancel);

        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(reinstall.Id, Cancel)).Status);
        Assert.Equal(("running", Debian, "root", "Linux"), (after.Status, after.Image, after.DefaultUser, after.OsType));
        Assert.True(losses.DiskMib > 0 && losses.Loses.Count >= 2 && losses.Keeps.Count == 3);
        Assert.NotNull(await RevealAsync(kontor, client, reinstall.Id));
    }

    [Fact]
    public async Task A_rescue_shows_since_when_and_until_when_and_is_left_again()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);

        var rescue = await client.Instances.RescueAsync(machine, new RescueRequest(), "rescue-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var inside = await client.Instances.GetAsync(machine, Cancel);
        await client.Instances.LeaveRescueAsync(machine, "exit-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        var outside = await client.Instances.GetAsync(machine, Cancel);

        Assert.Equal(("rescue", TimeSpan.FromDays(1)), (inside.Status, inside.RescueUntil - inside.RescueSince));
        Assert.Equal(("running", null), (outside.Status, outside.RescueSince));
        Assert.NotNull(await RevealAsync(kontor, client, rescue.Id));
    }

    [Fact]
    public async Task An_order_with_keys_buys_a_machine_that_they_open()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var sample = Orders.Sample();
        sample.SshKeys = [PublicKey];

        await client.Orders.CreateAsync(sample, "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([Assert.Single(kontor.Cloud.Secrets).SecretId], Assert.Single(kontor.Cloud.Instances).SshKeys);
        Assert.Equal(PublicKey, kontor.Cloud.Secrets[0].Value);
    }

    [Fact]
    public async Task What_must_be_kept_from_everybody_is_in_no_log_line_no_answer_and_not_in_the_database()
    {
        var log = new EverythingLogged();
        await using var kontor = await KontorUnderTest.StartAsync(overrides: services => services.AddLogging(logging =>
            logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter<EverythingLogged>("", LogLevel.Trace)));
        var (client, machine) = await RunningAsync(kontor);
        var http = kontor.Http(await kontor.KeyAsync());
        var answers = new List<Answer>
        {
            await http.PostJsonAsync($"/api/v1/instances/{machine}/password", """{"password":"C4nary-1!C4nary-2!"}""", "reset-1"),
            await http.PostJsonAsync($"/api/v1/instances/{machine}/password", """{"password":"C4naryC4nary"}""", "reset-2"),
            await http.PostJsonAsync($"/api/v1/instances/{machine}/rescue", """{"sshKeys":["-----BEGIN OPENSSH PRIV""" + """ATE KEY-----C4nary"]}""", "rescue-1"),
        };
        await kontor.PassAsync(TimeSpan.FromMinutes(2));
        answers.Add(await http.PostJsonAsync(
            $"/api/v1/instances/{machine}/reinstall", $$"""{"image":"{{Debian}}","confirm":"{{machine}}","loses":true,"userData":"#cloud-config\npassword: C4nary"}""", "reinstall-1"));
        await kontor.PassAsync(TimeSpan.FromMinutes(10));
        foreach (var read in new[] { "operations", $"instances/{machine}", $"instances/{machine}/links", "events", "tasks" })
        {
            answers.Add(await http.GetAnswerAsync($"/api/v1/{read}"));
        }

        Assert.Equal([202, 400, 400, 202], answers.Take(4).Select(answer => (int)answer.Status));
        Assert.Equal(1, Assert.Single(kontor.Cloud.Instances).Installations);
        Assert.DoesNotContain(answers, answer => answer.Text.Contains("C4nary", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("C4nary", StringComparison.Ordinal));
        Assert.True(kontor.DatabaseBytes().AsSpan().IndexOf(Encoding.UTF8.GetBytes("C4nary")) < 0);
        Assert.Equal(OperationStatus.Succeeded, (await client.Operations.GetAsync(answers[3].Json.GetProperty("id").GetString()!, Cancel)).Status);
    }

    [Theory]
    [InlineData("password", "{}")]
    [InlineData("rescue", "{}")]
    [InlineData("rescue/exit", "")]
    [InlineData("reinstall", """{"image":"x","confirm":"x","loses":true}""")]
    public async Task Another_sources_machine_is_answered_like_one_that_is_not_there(string wish, string body)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine) = await RunningAsync(kontor);
        var other = kontor.Http(await kontor.KeyAsync("other"));

        var theirs = await other.PostJsonAsync($"/api/v1/instances/{machine}/{wish}", body.Replace("\"confirm\":\"x\"", $"\"confirm\":\"{machine}\"", StringComparison.Ordinal), "k-1");
        var absent = await other.PostJsonAsync($"/api/v1/instances/none/{wish}", body.Replace("\"confirm\":\"x\"", "\"confirm\":\"none\"", StringComparison.Ordinal), "k-2");

        Assert.Equal((HttpStatusCode.NotFound, "compute.instance_not_found"), (theirs.Status, theirs.Problem.Code));
        Assert.Equal((theirs.Status, theirs.Problem.Code, theirs.Problem.Detail), (absent.Status, absent.Problem.Code, absent.Problem.Detail));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("rescue")]
    [InlineData("rescue/exit")]
    [InlineData("reinstall")]
    public async Task A_wish_without_an_idempotency_key_or_without_the_scope_is_refused(string wish)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine) = await RunningAsync(kontor);
        var (full, reader) = (kontor.Http(await kontor.KeyAsync()), kontor.Http(await kontor.KeyAsync(scopes: "instances.read")));

        Assert.Equal("http.idempotency_key_missing", (await full.PostJsonAsync($"/api/v1/instances/{machine}/{wish}", "{}")).Problem.Code);
        Assert.Equal("http.scope_missing", (await reader.PostJsonAsync($"/api/v1/instances/{machine}/{wish}", "{}", "k")).Problem.Code);
    }

    [Fact]
    public async Task Every_field_with_every_wrong_type_is_refused_by_its_name_and_nothing_is_done()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine) = await RunningAsync(kontor);
        var http = kontor.Http(await kontor.KeyAsync());
        foreach (var (wish, field, wrong) in WrongBodies(machine))
        {
            var answer = await http.PostJsonAsync($"/api/v1/instances/{machine}/{wish}", wrong, "wrong");
            Assert.True((400, field) == ((int)answer.Status, answer.Problem.Field), $"{wish} {wrong}: {answer.Text}");
        }

        await kontor.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, Assert.Single(kontor.Cloud.Instances).Installations);
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId is "createSecret" or "rescue" or "resetPasswordAction");
    }

    [Fact]
    public async Task User_data_of_33_KiB_is_refused_with_its_size()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await RunningAsync(kontor);
        var request = new ReinstallRequest { Image = Debian, Confirm = machine, Loses = true, UserData = new string('x', 33 * 1024) };

        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Instances.ReinstallAsync(machine, request, "reinstall-1", Cancel));

        Assert.Equal((HttpStatusCode.BadRequest, "compute.invalid_field", "userData"), (refused.Status, refused.Code, refused.Problem?.Field));
    }

    private static IEnumerable<(string Wish, string Field, string Body)> WrongBodies(string machine)
    {
        var reinstall = $$"""{"image":"{{Debian}}","confirm":"{{machine}}","loses":true}""";
        foreach (var (field, values) in new (string, string[])[]
        {
            ("image", ["1", "null", "[]", "\"😀\"", "\"\""]),
            ("confirm", ["1", "null", "\"\"", "\"web 1\""]),
            ("loses", ["\"true\"", "1", "null"]),
            ("defaultUser", ["1", "[]", "\"ubuntu\"", "\"\""]),
            ("sshKeys", ["\"text\"", "1", "{}", "[1]"]),
            ("password", ["\"secret\"", "1", "null", "{}"]),
            ("userData", ["1", "[]", "\"a\\u0000b\""]),
            ("applicationId", ["\"x\""]),
        })
        {
            foreach (var value in values)
            {
                var body = JsonNode.Parse(reinstall)!;
                body[field] = JsonNode.Parse(value);
                yield return ("reinstall", field, body.ToJsonString());
            }
        }

        foreach (var field in new[] { "image", "confirm", "loses" })
        {
            var body = JsonNode.Parse(reinstall)!.AsObject();
            body.Remove(field);
            yield return ("reinstall", field, body.ToJsonString());
        }

        yield return ("password", "password", """{"password":""}""");
        yield return ("password", "password", """{"password":"emoji😀Ab12!"}""");
        yield return ("password", "password", """{"password":["x"]}""");
        yield return ("password", "keepPassword", """{"keepPassword":"yes"}""");
        yield return ("password", "keepPassword", """{"keepPassword":true}""");
        yield return ("password", "sshKeys[0]", """{"sshKeys":[null]}""");
        yield return ("password", "sshKeys[0]", """{"sshKeys":["ssh-ed25519 😀"]}""");
        yield return ("password", "userData", """{"userData":"x"}""");
        yield return ("rescue", "sshKeys", """{"sshKeys":{}}""");
        yield return ("rescue", "sshKeys[0]", """{"sshKeys":["two\nlines"]}""");
    }

    private static async Task<string?> RevealAsync(KontorUnderTest kontor, KontorClient client, string operation)
    {
        var link = await client.Operations.MakeLinkAsync(operation, "link-1", Cancel);
        var request = new HttpRequestMessage(HttpMethod.Post, link.Path);
        request.Headers.Accept.Add(new("application/json"));
        return (await HttpExtensions.SendAsync(kontor.Http(), request)).Json.GetProperty("value").GetString();
    }

    private static async Task<(KontorClient Client, string Machine)> RunningAsync(KontorUnderTest kontor)
    {
        var client = await kontor.ClientAsync();
        var order = await client.Orders.CreateAsync(Orders.Sample(), "order-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(5));
        return (client, (await client.Operations.GetAsync(order.Operation.Id, Cancel)).InstanceId!);
    }
}
