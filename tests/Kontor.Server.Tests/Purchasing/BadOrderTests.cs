using System.Net;
using System.Text.Json.Nodes;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Purchasing;

/// <summary>One thing wrong at a time: the answer names the field, and nothing is done.</summary>
public sealed class BadOrderTests(SharedKontor shared) : IClassFixture<SharedKontor>
{
    [Theory]
    [InlineData("plan", "\"V999\"", 400, "catalog.plan_unknown", "plan")]
    [InlineData("plan", "\"V92\"", 422, "catalog.plan_retired", "plan")]
    [InlineData("region", "\"Mars\"", 400, "catalog.region_unknown", "region")]
    [InlineData("image", "\"00000000-0000-4000-8000-000000000000\"", 400, "catalog.image_unknown", "image")]
    [InlineData("termMonths", "7", 400, "catalog.term_unknown", "termMonths")]
    [InlineData("termMonths", "0", 400, "catalog.term_unknown", "termMonths")]
    [InlineData("termMonths", "-1", 400, "catalog.term_unknown", "termMonths")]
    [InlineData("termMonths", "3", 422, "catalog.term_unconfirmed", "termMonths")]
    [InlineData("account", "\"nobody\"", 400, "accounts.unknown", "account")]
    [InlineData("generation", "0", 400, "compute.invalid_field", "generation")]
    [InlineData("generation", "2", 409, "purchasing.generation_not_open", "generation")]
    [InlineData("defaultUser", "\"toor\"", 400, "compute.invalid_field", "defaultUser")]
    [InlineData("label", "\"käse\"", 400, "compute.invalid_field", "label")]
    [InlineData("label", "\"k-0123456789ab\"", 400, "compute.invalid_field", "label")]
    [InlineData("subject.kind", "\"thing\"", 400, "compute.invalid_field", "subject.kind")]
    [InlineData("subject.externalId", "\"\"", 400, "compute.invalid_field", "subject.externalId")]
    [InlineData("subject.externalId", "\"a/b\"", 400, "compute.invalid_field", "subject.externalId")]
    [InlineData("subject.fingerprint.client", "\"\"", 400, "compute.invalid_field", "subject.fingerprint.client")]
    [InlineData("subject.fingerprint.order", "\"a\\u0000\"", 400, "compute.invalid_field", "subject.fingerprint.order")]
    [InlineData("subject.fingerprint.registeredOn", "\"2026-13-01\"", 400, "http.field_wrong", "subject.fingerprint.registeredOn")]
    [InlineData("subject.fingerprint.registeredOn", "\"1.11.2026\"", 400, "http.field_wrong", "subject.fingerprint.registeredOn")]
    [InlineData("sold", "{\"net\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}", 400, "http.field_missing", "sold.tax")]
    [InlineData("sold.net.amount", "4.5", 400, "http.field_wrong", "sold.net.amount")]
    [InlineData("sold.net.amount", "\"4,5\"", 400, "http.field_wrong", "sold.net.amount")]
    [InlineData("sold.net.amount", "\"4.00001\"", 400, "http.field_wrong", "sold.net.amount")]
    [InlineData("sold.net.amount", "\"-1.00\"", 400, "http.field_wrong", "sold.net.amount")]
    [InlineData("sold.net.amount", "\"79228162514264337593543950335\"", 400, "http.field_wrong", "sold.net.amount")]
    [InlineData("sold.net.currency", "\"euro\"", 400, "http.field_wrong", "sold.net.currency")]
    [InlineData("sold.tax.currency", "\"USD\"", 400, "compute.invalid_field", "sold")]
    [InlineData("sold.gross.amount", "\"6.00\"", 400, "compute.invalid_field", "sold.gross")]
    [InlineData("sold.fxRate", "\"0\"", 400, "compute.invalid_field", "sold.fxRate")]
    public async Task A_wrong_value_is_named_with_its_field(string field, string value, int status, string code, string named)
    {
        var answer = await PostAsync(With(field, value));

        Assert.Equal((status, code, named), ((int)answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.EndsWith(".", answer.Problem.Detail, StringComparison.Ordinal);
        await NothingWasDoneAsync();
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("region")]
    [InlineData("image")]
    [InlineData("termMonths")]
    [InlineData("subject")]
    [InlineData("subject.kind")]
    [InlineData("subject.externalId")]
    [InlineData("subject.fingerprint")]
    [InlineData("subject.fingerprint.client")]
    [InlineData("subject.fingerprint.order")]
    [InlineData("subject.fingerprint.registeredOn")]
    [InlineData("subject.fingerprint.product")]
    public async Task What_decides_about_money_has_no_default(string field)
    {
        var answer = await PostAsync(Without(field));

        Assert.Equal((HttpStatusCode.BadRequest, "http.field_missing", field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        await NothingWasDoneAsync();
    }

    [Fact]
    public async Task Every_field_with_every_wrong_type_is_refused_by_its_name()
    {
        foreach (var (field, right) in Fields())
        {
            foreach (var wrong in WrongFor(right))
            {
                var answer = await PostAsync(With(field, wrong));
                Assert.Equal((400, "http.field_wrong", field), ((int)answer.Status, answer.Problem.Code, answer.Problem.Field));
            }
        }

        await NothingWasDoneAsync();
    }

    [Theory]
    [InlineData("pln", "plan")]
    [InlineData("subject.fingerprint.cleint", "subject.fingerprint.client")]
    [InlineData("Plan", "plan")]
    public async Task An_unknown_field_is_named_with_the_one_it_may_have_meant(string field, string meant)
    {
        var answer = await PostAsync(With(field, "1"));

        Assert.Equal((HttpStatusCode.BadRequest, "http.field_unknown", field), (answer.Status, answer.Problem.Code, answer.Problem.Field));
        Assert.Contains($"'{meant}'", answer.Problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "http.body_missing")]
    [InlineData("{", "http.body_unreadable")]
    [InlineData("plan=V153", "http.body_unreadable")]
    [InlineData("[]", "http.field_wrong")]
    [InlineData("null", "http.field_wrong")]
    [InlineData("{\"plan\":\"V153\",\"plan\":\"V154\"}", "http.field_wrong")]
    public async Task What_is_no_order_at_all_is_refused(string body, string code)
    {
        var answer = await PostAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, code, "application/problem+json"), (answer.Status, answer.Problem.Code, answer.ContentType));
    }

    [Theory]
    [InlineData("http.idempotency_key_missing")]
    [InlineData("http.idempotency_key_invalid", "")]
    [InlineData("http.idempotency_key_invalid", "a b")]
    [InlineData("http.idempotency_key_invalid", "one", "two")]
    public async Task A_bad_idempotency_key_is_refused_by_the_name_of_its_header(string code, params string[] keys)
    {
        var answer = await (await HttpAsync()).PostJsonAsync("/api/v1/orders", Sample().ToJsonString(), keys);

        Assert.Equal((HttpStatusCode.BadRequest, code, "Idempotency-Key"), (answer.Status, answer.Problem.Code, answer.Problem.Field));
    }

    [Fact]
    public async Task An_idempotency_key_has_at_most_255_characters()
    {
        var http = await HttpAsync();
        var order = With("plan", "\"V999\"");

        Assert.Equal("catalog.plan_unknown", (await http.PostJsonAsync("/api/v1/orders", order, new string('k', 255))).Problem.Code);
        Assert.Equal("http.idempotency_key_invalid", (await http.PostJsonAsync("/api/v1/orders", order, new string('k', 256))).Problem.Code);
    }

    [Fact]
    public async Task A_price_that_is_not_known_is_no_price()
    {
        var order = JsonNode.Parse(With("plan", "\"V159\""))!;
        order["region"] = "JPN";
        var answer = await PostAsync(order.ToJsonString());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "catalog.price_unknown"), (answer.Status, answer.Problem.Code));
    }

    private static JsonNode Sample() => JsonNode.Parse($$"""
        {
          "subject": {
            "kind": "service", "externalId": "1001",
            "fingerprint": { "client": "7", "order": "55", "registeredOn": "2026-11-01", "product": "3" }
          },
          "generation": 1, "plan": "V153", "region": "EU", "image": "{{Orders.Ubuntu}}", "termMonths": 1, "label": "web 1",
          "defaultUser": "admin", "account": null, "amend": false,
          "sold": {
            "net": { "amount": "4.50", "currency": "EUR" }, "tax": { "amount": "0.86", "currency": "EUR" },
            "gross": { "amount": "5.36", "currency": "EUR" }, "fxRate": "1", "fxOn": "2026-11-01"
          }
        }
        """)!;

    private static string With(string field, string value)
    {
        var (order, owner, name) = Find(field);
        owner[name] = JsonNode.Parse(value);
        return order.ToJsonString();
    }

    private static string Without(string field)
    {
        var (order, owner, name) = Find(field);
        owner.AsObject().Remove(name);
        return order.ToJsonString();
    }

    private static (JsonNode Order, JsonNode Owner, string Name) Find(string field)
    {
        var order = Sample();
        var path = field.Split('.');
        return (order, path[..^1].Aggregate(order, (node, name) => node[name]!), path[^1]);
    }

    private static IEnumerable<(string Field, JsonNode? Value)> Fields(JsonNode? node = null, string path = "") =>
        (node ?? Sample()).AsObject().SelectMany(pair =>
            pair.Value is JsonObject
                ? Fields(pair.Value, $"{path}{pair.Key}.").Append(($"{path}{pair.Key}", pair.Value))
                : [($"{path}{pair.Key}", pair.Value)]);

    private static IEnumerable<string> WrongFor(JsonNode? right) => (right?.GetValueKind()) switch
    {
        System.Text.Json.JsonValueKind.Object => ["1", "\"text\"", "[]", "true"],
        System.Text.Json.JsonValueKind.Number => ["\"1\"", "1.5", "99999999999", "{}", "[1]", "true", "null"],
        System.Text.Json.JsonValueKind.False => ["\"false\"", "0", "null", "{}"],
        _ => ["1", "{}", "[]", "true"],
    };

    private async Task<HttpClient> HttpAsync() => shared.Kontor.Http(await shared.Kontor.KeyAsync());

    private async Task<Answer> PostAsync(string body) => await (await HttpAsync()).PostJsonAsync("/api/v1/orders", body, "key");

    private async Task NothingWasDoneAsync()
    {
        var client = await shared.Kontor.ClientAsync(source: null);
        Assert.Empty(await client.Orders.ListAsync(null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await client.Subjects.ListAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }
}
