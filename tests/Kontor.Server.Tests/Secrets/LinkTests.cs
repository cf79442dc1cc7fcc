using System.Net;
using Kontor.Api;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Secrets;

/// <summary>Who asks for a link gets it, told once; the list tells that there was a secret and nothing of it.</summary>
public sealed class LinkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_is_told_to_who_asks_and_the_list_tells_when_it_was_used()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var (operation, instance) = await SecretSamples.KeepAsync(kontor, client);

        var made = await client.Operations.MakeLinkAsync(operation, "link-1", Cancel);
        Assert.Matches("^/reveal/[A-Za-z0-9_-]{43}$", made.Path);
        Assert.Equal((SecretSamples.Purpose, kontor.Clock.GetUtcNow().AddHours(1)), (made.Purpose, made.ExpiresAt));
        Assert.Null((await ListAsync(client, instance)).UsedAt);

        await HttpExtensions.SendAsync(kontor.Http(), new HttpRequestMessage(HttpMethod.Post, made.Path));
        Assert.Equal((operation, kontor.Clock.GetUtcNow()), ((await ListAsync(client, instance)).OperationId, (await ListAsync(client, instance)).UsedAt!.Value));
    }

    [Fact]
    public async Task The_list_has_neither_secret_nor_link()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var client = await kontor.ClientAsync();
        var (operation, instance) = await SecretSamples.KeepAsync(kontor, client);
        var made = await client.Operations.MakeLinkAsync(operation, "link-1", Cancel);
        var list = await kontor.Http(await kontor.KeyAsync()).GetAnswerAsync($"/api/v1/instances/{instance}/links");

        Assert.Equal(["id", "operationId", "purpose", "createdAt", "expiresAt", "usedAt"],
            list.Json.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
        Assert.DoesNotContain(made.Path["/reveal/".Length..], list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_sent_again_is_answered_alike_and_a_new_one_replaces_the_link()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, first) = await SecretSamples.LinkAsync(kontor);
        var client = await kontor.ClientAsync();

        Assert.Equal(first, (await client.Operations.MakeLinkAsync(operation, "link-1", Cancel)).Path);
        Assert.NotEqual(first, (await client.Operations.MakeLinkAsync(operation, "link-2", Cancel)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await kontor.Http().GetAnswerAsync(first)).Status);
    }

    [Fact]
    public async Task A_secret_that_was_shown_has_no_new_link()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, path) = await SecretSamples.LinkAsync(kontor);
        await HttpExtensions.SendAsync(kontor.Http(), new HttpRequestMessage(HttpMethod.Post, path));

        Assert.Equal((HttpStatusCode.Conflict, "secrets.already_revealed"), await RefusedAsync(kontor, operation));
    }

    [Fact]
    public async Task A_secret_that_has_expired_has_no_new_link()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, _) = await SecretSamples.LinkAsync(kontor);
        kontor.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((HttpStatusCode.Conflict, "secrets.expired"), await RefusedAsync(kontor, operation));
    }

    [Fact]
    public async Task Another_sources_operation_is_like_one_that_is_not_there()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, path) = await SecretSamples.LinkAsync(kontor);

        Assert.Equal((HttpStatusCode.NotFound, "secrets.not_found"), await RefusedAsync(kontor, operation, source: "other"));
        Assert.Equal((HttpStatusCode.NotFound, "secrets.not_found"), await RefusedAsync(kontor, "nothing"));
        Assert.Equal(HttpStatusCode.OK, (await kontor.Http().GetAnswerAsync(path)).Status);
    }

    [Fact]
    public async Task A_request_without_a_key_of_its_own_is_refused()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, _) = await SecretSamples.LinkAsync(kontor);
        var answer = await kontor.Http(await kontor.KeyAsync()).PostJsonAsync($"/api/v1/operations/{operation}/link", "");

        Assert.Equal((HttpStatusCode.BadRequest, "http.idempotency_key_missing"), (answer.Status, answer.Problem.Code));
    }

    private static async Task<(HttpStatusCode Status, string? Code)> RefusedAsync(
        KontorUnderTest kontor, string operation, string source = KontorUnderTest.Shop)
    {
        var client = await kontor.ClientAsync(source);
        var refused = await Assert.ThrowsAsync<KontorApiException>(() => client.Operations.MakeLinkAsync(operation, "link-9", Cancel));
        return (refused.Status, refused.Code);
    }

    private static async Task<Api.Secrets.SecretLinkResponse> ListAsync(KontorClient client, string instance) =>
        Assert.Single(await client.Instances.ListLinksAsync(instance, Cancel).ToListAsync(Cancel));
}
