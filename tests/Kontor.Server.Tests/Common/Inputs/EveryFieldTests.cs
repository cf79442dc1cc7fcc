using System.Net;
using System.Text;
using Kontor.Server.Tests.Host;
using AccessTests = Kontor.Server.Tests.Tenancy.AccessTests;

namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>
/// Every field of every body, with everything that can be wrong with it: a sentence that names the field, and nothing done.
/// The fields are those of the API's own description, so a new one is tried by itself.
/// </summary>
public sealed class EveryFieldTests(AccessTests.Filled filled) : IClassFixture<AccessTests.Filled>
{
    private const string Sold =
        """{"net":{"amount":"6.00","currency":"EUR"},"tax":{"amount":"1.14","currency":"EUR"},"gross":{"amount":"7.14","currency":"EUR"}}""";

    private static int _sent;

    /// <summary>Gets the routes that take a body, by name.</summary>
    public static TheoryData<string> Operations => [.. ApiDescription.Instance.RoutesWithBody.Select(route => route.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_value_is_refused_by_the_name_of_its_field_and_nothing_is_done(string operation)
    {
        var (route, sample) = Find(operation);
        using var watch = new Watch(filled.Kontor);
        var faults = new List<string>();
        foreach (var field in route.Body!.WithAllInside(ApiDescription.Instance).Where(field => field.Path.Length > 0))
        {
            foreach (var wrong in WrongValues.For(field).Where(wrong => !Harmless.Is(operation, field, wrong)))
            {
                var body = Body.With(filled.Fill(sample.Body), field.Path, wrong.Json);
                faults.AddRange(await TryAsync(route, sample.Path, body, watch, problem => field.Holds(problem), $"{field.Path}, {wrong.Kind}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_field_that_is_needed_and_missing_or_unknown_or_twice_there_is_named(string operation)
    {
        var (route, sample) = Find(operation);
        using var watch = new Watch(filled.Kontor);
        var faults = new List<string>();
        var whole = filled.Fill(sample.Body);
        foreach (var field in route.Body!.WithAllInside(ApiDescription.Instance).Where(field => field.IsRequired && field.Path.Length > 0 && Body.Has(whole, field.Path)))
        {
            faults.AddRange(await TryAsync(route, sample.Path, Body.Without(whole, field.Path), watch, field.Holds, $"{field.Path} is missing"));
            faults.AddRange(await TryAsync(route, sample.Path, Body.Twice(whole, field.Path), watch, field.Holds, $"{field.Path} is there twice"));
        }

        faults.AddRange(await TryAsync(route, sample.Path, Body.With(whole, "nosuchfield", "1"), watch, name => name == "nosuchfield", "an unknown field"));
        foreach (var name in (string[])[@"\ud800", @"\udc00a", @"a\u0000", @"a\u202e", "", new string('x', 40_000)])
        {
            var body = Body.With(whole, "nosuchfield", "1").Replace("\"nosuchfield\"", $"\"{name}\"", StringComparison.Ordinal);
            faults.AddRange(await TryAsync(route, sample.Path, body, watch, shown => shown is null || shown.Length < 100, "a field whose name is none"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_body_that_is_none_is_refused(string operation)
    {
        var (route, sample) = Find(operation);
        using var watch = new Watch(filled.Kontor);
        var faults = new List<string>();
        foreach (var body in (string[])["", "null", "[]", "1", "\"text\"", "{", "{}}", "<order/>", "{\"a\":1,}", "\u0000", new string('[', 2_000)])
        {
            faults.AddRange(await TryAsync(route, sample.Path, body, watch, _ => true, $"the body '{(body.Length > 20 ? "deep" : body)}'"));
        }

        faults.AddRange(await TryAsync(route, sample.Path, filled.Fill(sample.Body), watch, _ => true, "another type", "text/plain"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static (ApiRoute Route, (string Path, string Body) Sample) Find(string operation)
    {
        var route = ApiDescription.Instance.RoutesWithBody.Single(route => route.Operation == operation);
        var rows = AccessTests.Routes.Where(row => row.Data.Item1 == route.Method && AccessTests.Shape(row.Data.Item2) == AccessTests.Shape(route.Path));
        var (_, path, _, body) = Assert.Single(rows).Data;
        return (route, (path, route.Operation is "PlaceOrder" or "BuyAddOn" ? Body.With(body!, "sold", Sold) : body!));
    }

    /// <summary>What is taken for good by mistake must not hide the next: each is about a subject of its own.</summary>
    private static string Fresh(string body) =>
        body.Replace("\"externalId\":\"x\"", $"\"externalId\":\"x{Interlocked.Increment(ref _sent)}\"", StringComparison.Ordinal);

    /// <summary>Sends a body.</summary>
    /// <returns>What is wrong with the answer; nothing when it is as it should be.</returns>
    private async Task<IReadOnlyList<string>> TryAsync(
        ApiRoute route, string path, string body, Watch watch, Func<string?, bool> names, string what, string type = "application/json")
    {
        var key = await filled.KeyOfAsync(staff: path.Contains("/findings/", StringComparison.Ordinal));
        var request = new HttpRequestMessage(new HttpMethod(route.Method), filled.Fill(path)) { Content = new StringContent(Fresh(body), Encoding.UTF8, type) };
        watch.Begin();
        request.Headers.Add("Idempotency-Key", $"every-field-{Interlocked.Increment(ref _sent)}");
        var answer = await HttpExtensions.SendAsync(filled.Kontor.Http(key), request);
        if (answer.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType))
        {
            return [$"{what}: {(int)answer.Status} {answer.Text[..Math.Min(answer.Text.Length, 200)]}"];
        }

        var problem = answer.Problem;
        return
        [
            .. names(problem.Field) ? (string[])[] : [$"{what}: names {problem.Field ?? "no field"}: {problem.Detail}"],
            .. problem.Detail.EndsWith('.') && problem.Detail.Length < 600 ? (string[])[] : [$"{what}: is no sentence: {problem.Detail}"],
            .. watch.Changes().Select(change => $"{what}: {change}"),
        ];
    }
}
