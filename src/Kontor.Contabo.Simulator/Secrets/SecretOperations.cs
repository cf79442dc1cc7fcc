using System.Text.Json.Serialization;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Secrets;

internal static class SecretOperations
{
    private static readonly Dictionary<string, Func<Secret, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["secretId"] = secret => secret.SecretId,
        ["name"] = secret => secret.Name,
        ["type"] = secret => secret.Type,
    };

    public static CloudResponse List(OperationCall call)
    {
        var (name, type) = (call.Query.Get("name"), call.Query.Get("type"));
        var rows = call.World.Secrets.Of(call.Account.ClientId)
            .Where(secret => (name is null || secret.Name.Contains(name, StringComparison.Ordinal)) && (type is null || secret.Type == type))
            .ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), secret => SecretView.Of(call, secret, withValue: false));
    }

    public static CloudResponse Get(OperationCall call) =>
        Find(call) is { } secret ? Answers.Single(200, SecretView.Of(call, secret, withValue: true), call.Path) : Missing();

    public static CloudResponse Create(OperationCall call)
    {
        var (type, value) = (call.Text("type")!, call.Text("value")!);
        if (type == "password" && !PasswordRule.Holds(value))
        {
            return Answers.Refusal(400, [PasswordRule.Message]);
        }

        var now = call.World.Now;
        var secret = new Secret(call.World.Ids.NextSecret(), call.Account.ClientId, call.Text("name")!, type, value, now, now);
        call.World.Secrets.Save(secret);
        Audit(call, secret, "CREATED", null, new { secret.Name, secret.Type });
        return Answers.Single(201, SecretView.Of(call, secret, withValue: false), $"/v1/secrets/{secret.SecretId}");
    }

    public static CloudResponse Update(OperationCall call)
    {
        if (Find(call) is not { } secret)
        {
            return Missing();
        }

        var value = call.Text("value");
        if (secret.Type == "password" && value is not null && !PasswordRule.Holds(value))
        {
            return Answers.Refusal(400, [PasswordRule.Message]);
        }

        var changed = secret with { Name = call.Text("name") ?? secret.Name, Value = value ?? secret.Value, UpdatedAt = call.World.Now };
        call.World.Secrets.Save(changed);
        Audit(call, secret, "UPDATED", new { secret.Name }, new { changed.Name });
        return Answers.LinksOnly(200, new Dictionary<string, string> { ["self"] = call.Path });
    }

    public static CloudResponse Delete(OperationCall call)
    {
        if (Find(call) is not { } secret)
        {
            return Missing();
        }

        call.World.Secrets.Remove(secret.SecretId);
        Audit(call, secret, "DELETED", new { secret.Name, secret.Type }, null);
        return Answers.NoContent;
    }

    private static Secret? Find(OperationCall call) => call.World.Secrets.Find(call.Account.ClientId, call.Id("secretId"));

    private static CloudResponse Missing() => Answers.Missing("Secret", "secretId");

    private static void Audit(OperationCall call, Secret secret, string action, object? prev, object? next) =>
        AuditWriter.Write(call, AuditKind.Secrets, action, new Dictionary<string, object> { ["secretId"] = secret.SecretId }, prev, next);
}

/// <summary>Source: schema SecretResponse; the value is shown by the read of one secret alone.</summary>
internal sealed record SecretView(
    string TenantId, string CustomerId, long SecretId, string Name, string Type, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    public static SecretView Of(OperationCall call, Secret secret, bool withValue) =>
        new(call.Account.TenantId, call.Account.CustomerId, secret.SecretId, secret.Name, secret.Type, secret.CreatedAt, secret.UpdatedAt)
        {
            Value = withValue ? secret.Value : null,
        };
}
