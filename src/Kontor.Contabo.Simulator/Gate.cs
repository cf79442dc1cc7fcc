using System.Text.Json;
using System.Text.RegularExpressions;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Contract;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator;

/// <summary>What stands before every operation: the route, the token, the request id, the body's form.</summary>
internal sealed partial class Gate(World world, TokenEndpoint tokens)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    public (OperationCall? Call, CloudResponse? Refusal) Admit(CloudRequest request)
    {
        if (OperationTable.Committed.Find(request.Method, request.Path) is not var (operation, values))
        {
            // Assumed: the text of the gateway product that a user report names.
            return (null, Answers.FromGateway(404, "no Route matched with those values"));
        }

        if (Bearer(request) is not { } token || tokens.AccountOf(token, world.Now) is not { } client)
        {
            return (null, Answers.Unauthorized());
        }

        return Admit(request, operation, values, world.Account(client));
    }

    /// <summary>A request that was admitted before and arrives late: its token was good when it was sent.</summary>
    public OperationCall? AdmitLate(CloudRequest request, string account) =>
        OperationTable.Committed.Find(request.Method, request.Path) is var (operation, values)
            ? Admit(request, operation, values, world.Account(account)).Call
            : null;

    public static string? Bearer(CloudRequest request)
    {
        const string Scheme = "Bearer ";
        return request.Header("Authorization") is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..]
            : null;
    }

    private (OperationCall? Call, CloudResponse? Refusal) Admit(
        CloudRequest request, Operation operation, IReadOnlyDictionary<string, string> values, AccountSettings account)
    {
        if (request.Header("x-request-id") is not { } requestId || !RequestIdForm().IsMatch(requestId))
        {
            // Assumed: required by the description; nobody published the answer.
            return (null, Answers.Refusal(400, ["x-request-id must be a UUID"]));
        }

        if (!TryRead(request, out var body))
        {
            return (null, Answers.Refusal(400, "Unexpected token in JSON body"));
        }

        var query = new QueryValues(request.Query);
        var call = new OperationCall
        {
            World = world,
            Account = account,
            Operation = operation,
            Path = request.Path,
            PathValues = values,
            Query = query,
            Body = body,
            RequestId = requestId,
            TraceId = request.Header("x-trace-id"),
            Subject = SubjectOf(operation, values, query, body, account),
        };
        return (call, null);
    }

    /// <summary>Orders are known by the name they are given, instances by the name they were ordered with, lists by what they look for.</summary>
    private FaultSubject SubjectOf(
        Operation operation, IReadOnlyDictionary<string, string> values, QueryValues query, JsonElement body, AccountSettings account)
    {
        var page = int.TryParse(query.Get("page"), out var number) ? number : 1;
        var named = values.GetValueOrDefault("instanceId") ?? query.Get("instanceId")
            ?? (values.GetValueOrDefault("resourceType") == "instance" ? values["resourceId"] : null);
        if (long.TryParse(named, out var id))
        {
            var instance = world.Instances.Find(account.ClientId, id);
            return new FaultSubject(account.ClientId, $"{instance?.OrderedName ?? named} {page}", instance?.DisplayName, id, page);
        }

        if (Guid.TryParse(values.GetValueOrDefault("imageId"), out var image) && world.CustomImages.Find(account.ClientId, image) is { } own)
        {
            return new FaultSubject(account.ClientId, $"{own.RegisteredName} {page}", null, null, page);
        }

        var displayName = operation.IsRead ? query.Get("displayName") : Text(body, "displayName");
        var key = displayName ?? Text(body, "name") ?? query.Get("requestId") ?? string.Join('/', values.Values);
        return new FaultSubject(account.ClientId, $"{key} {page}", displayName, null, page);
    }

    private static string? Text(JsonElement body, string field) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>No body and null mean the same as an empty object: old official clients send those.</summary>
    private static bool TryRead(CloudRequest request, out JsonElement body)
    {
        body = Nothing;
        if (request.Body.IsEmpty)
        {
            return true;
        }

        try
        {
            var read = new Utf8JsonReader(request.Body.Span);
            body = JsonElement.ParseValue(ref read);
            body = body.ValueKind == JsonValueKind.Null ? Nothing : body;
            return !read.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-5][0-9A-Fa-f]{3}-[089abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$")]
    private static partial Regex RequestIdForm();
}
