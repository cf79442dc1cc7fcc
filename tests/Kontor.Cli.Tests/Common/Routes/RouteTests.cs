using System.Text.Json;
using Kontor.Api.Operations;

namespace Kontor.Cli.Tests.Common.Routes;

/// <summary>What REST offers, compared with what the command line sends. A new route must get its verb or a reason here.</summary>
public sealed class RouteTests : IDisposable
{
    private readonly CommandLine _cli = new() { Server = Answering(), Typed = "Pa55word!" };

    public void Dispose() => _cli.Dispose();

    public static TheoryData<string> WithVerb() => [.. CommandOfRoute.All.Keys];

    [Fact]
    public void Every_route_has_a_verb_or_a_reason_to_have_none() => Assert.Equal(
        Route.All.Select(route => route.Name).Order(), CommandOfRoute.All.Keys.Concat(CommandOfRoute.WithoutVerb.Keys).Order());

    [Theory]
    [MemberData(nameof(WithVerb))]
    public async Task A_verb_asks_for_its_route_and_says_all_that_can_be_said(string name)
    {
        var route = Route.All.Single(one => one.Name == name);

        await _cli.RunAsync(await WordsAsync(CommandOfRoute.All[name]));

        var asked = _cli.Server.Requests.Find(route.IsAskedBy);
        Assert.True(asked is not null, $"{route.Method} {route.Path} was not among {string.Join(", ", _cli.Server.Requests)}: {_cli.Errors}");
        Assert.All(route.Parameters, parameter => Assert.Matches($"[?&]{parameter}=", asked));
        Assert.All(route.Fields, field => Assert.True(IsSaid(route, field), $"{name} has no {field}."));
    }

    [Fact]
    public void Whatever_takes_longer_than_a_request_can_be_waited_for() => Assert.All(
        Route.All.Where(route => route.IsLong), route => Assert.Contains(" --no-wait", CommandOfRoute.All[route.Name], StringComparison.Ordinal));

    [Fact]
    public void No_reason_is_given_for_what_does_not_exist() => Assert.All(
        CommandOfRoute.WithoutOption.Keys, key => Assert.Contains(Route.All, route => route.Fields.Any(field => $"{route.Name}.{field}" == key)));

    private bool IsSaid(Route route, string field) =>
        CommandOfRoute.WithoutOption.ContainsKey($"{route.Name}.{field}")
        || (_cli.Server.Bodies[^1].TryGetProperty(field, out var sent) && sent.ValueKind != JsonValueKind.Null);

    private async Task<string[]> WordsAsync(string line)
    {
        var key = Path.Combine(_cli.Home, "key.pub");
        await File.WriteAllTextAsync(key, "ssh-ed25519 AAAA anna\n", TestContext.Current.CancellationToken);
        return [.. line.Split(' ').Select(word => word == "@key" ? key : word)];
    }

    /// <summary>Answers what some verbs must read before they can ask; of the rest it only matters that it was asked.</summary>
    private static Stub Answering() => new Stub()
        .On("GET /api/v1/subjects/SUB1", Samples.Subject)
        .OnList("GET /api/v1/instances?subject=SUB1&limit=200", Samples.Instance())
        .On("GET /api/v1/quote?plan=V153&region=EU&image=IMG&termMonths=1&account=main", Samples.Quote)
        .On("GET /api/v1/instances/INS1/reinstall", Samples.Losses)
        .On("GET /api/v1/images/IMG1", Samples.CustomImage)
        .On("GET /api/v1/instances/INS1/snapshots/SNAP1/rollback", Samples.Rollback)
        .On("GET /api/v1/subjects/SUB1/add-ons/backup/price", Samples.AddOnPrice)
        .On("GET /api/v1/instances/INS1/offers", Samples.Offers)
        .On("GET /api/v1/instances/INS1/region", Samples.Region)
        .On("POST /api/v1/bulk/preview", Samples.BulkPreview)
        .On("GET /api/v1/operations/OP1", Samples.Operation(OperationStatus.Succeeded));
}
