using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Server.Tests.Host;
using Kontor.Server.Tests.Purchasing;

namespace Kontor.Server.Tests.Compute;

public sealed class NamingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renamed_machine_is_called_so_here_and_at_the_provider()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();

        var rename = await client.Instances.RenameAsync(machine, new RenameRequest { Label = "mail" }, "rename-1", Cancel);
        await kontor.PassAsync(TimeSpan.FromMinutes(1));
        var shown = await client.Instances.GetAsync(machine, Cancel);

        Assert.Equal(("instance.rename", OperationStatus.Succeeded), (rename.Type, (await client.Operations.GetAsync(rename.Id, Cancel)).Status));
        Assert.Equal("mail", shown.Label);
        Assert.StartsWith("mail k-", shown.DisplayName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"label":"a_b"}""", "compute.invalid_field", "label")]
    [InlineData("""{"label":"😀"}""", "compute.invalid_field", "label")]
    [InlineData("""{"label":7}""", "http.field_wrong", "label")]
    [InlineData("""{"label":null}""", "http.field_wrong", "label")]
    [InlineData("{}", "http.field_missing", "label")]
    [InlineData("""{"label":"a","name":"b"}""", "http.field_unknown", "name")]
    public async Task Bad_input_is_named_and_has_no_effect(string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, machine) = await kontor.RunningAsync();

        var answer = await kontor.SendAsync(HttpMethod.Patch, $"/api/v1/instances/{machine}", body);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.DoesNotContain(kontor.Cloud.Requests, request => request.OperationId == "patchInstance");
    }

    [Fact]
    public async Task A_protected_machine_says_so_and_is_not_terminated()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();

        var set = await client.Instances.ProtectAsync(machine, new ProtectionRequest { Delete = true, Rebuild = false }, Cancel);
        var shown = await client.Instances.GetAsync(machine, Cancel);
        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Subjects.TerminateAsync(
            shown.SubjectId!, new TerminateRequest { Generation = 1, Fingerprint = Orders.Fingerprint }, "end-1", Cancel));

        Assert.Equal((set, true, false), (shown.Protection, set.Delete, set.Rebuild));
        Assert.Equal((HttpStatusCode.Conflict, "compute.protected"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("""{"delete":true}""", "http.field_missing", "rebuild")]
    [InlineData("""{"delete":"yes","rebuild":true}""", "http.field_wrong", "delete")]
    [InlineData("""{"delete":true,"rebuild":true,"rename":true}""", "http.field_unknown", "rename")]
    public async Task A_protection_that_cannot_be_read_protects_nothing(string body, string code, string field)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (client, machine) = await kontor.RunningAsync();

        var answer = await kontor.SendAsync(HttpMethod.Put, $"/api/v1/instances/{machine}/protection", body);

        Assert.Equal((HttpStatusCode.BadRequest, code, field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.False((await client.Instances.GetAsync(machine, Cancel)).Protection.Delete);
    }
}
