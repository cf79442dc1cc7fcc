using Kontor.Engine.Common;

namespace Kontor.Server.Common;

/// <summary>What can be wrong with a request before anyone looks at what it asks for.</summary>
internal static class HttpProblems
{
    public static Problem RouteNotFound() => new(
        ProblemKind.NotFound, "http.route_not_found", "There is nothing at this address: /openapi/v1.json lists what there is.");

    public static Problem MethodNotAllowed(string method) => new(
        ProblemKind.Invalid, "http.method_not_allowed", $"This address does not take {method}: the Allow header names what it takes.");

    public static Problem UnsupportedMediaType() => new(
        ProblemKind.Invalid, "http.unsupported_media_type", "The body must be JSON: send it with Content-Type: application/json.", "Content-Type");

    public static Problem BodyTooLarge(long limit) => new(
        ProblemKind.Invalid, "http.body_too_large", $"The body is larger than {limit} bytes; no request of this API is.");

    public static Problem BadRequest(string reason) => new(ProblemKind.Invalid, "http.bad_request", $"The request cannot be read: {reason}");

    public static Problem Unexpected() => new(
        ProblemKind.Unavailable, "http.unexpected", "Kontor failed at this request; the log has the details under this traceId.");

    public static Problem NotReady() => new(
        ProblemKind.Unavailable, "http.not_ready", "The database cannot be read and written now: look at its disk and at the log.");

    public static Problem KeyMissing() => new(
        ProblemKind.Forbidden,
        "http.key_missing",
        "This needs an API key: send 'Authorization: Bearer kontor_...', made with 'kontor keys create'.",
        "Authorization");

    public static Problem ScopeMissing(string needed) => new(
        ProblemKind.Forbidden, "http.scope_missing", $"This API key may not do that: it needs the scope '{needed}'. Make one that has it with 'kontor keys create'.");

    public static Problem SourceRequired() => new(
        ProblemKind.Forbidden,
        "http.source_required",
        "A staff key has no source to order for: make a key with 'kontor keys create --source NAME' and use that one.");

    public static Problem BodyMissing() => new(ProblemKind.Invalid, "http.body_missing", "This needs a body: send a JSON object.");

    /// <param name="line">In which line it goes wrong, counted from 1.</param>
    /// <param name="place">At which byte of that line, counted from 1.</param>
    public static Problem BodyUnreadable(long line, long place) => new(
        ProblemKind.Invalid, "http.body_unreadable", $"The body is not JSON: correct line {line} at byte {place}.");

    public static Problem FieldUnknown(string field, string? nearest) => new(
        ProblemKind.Invalid, "http.field_unknown", $"There is no field '{field}': remove it{(nearest is null ? "" : $", or name it '{nearest}'")}.", field);

    public static Problem FieldMissing(string field) => new(
        ProblemKind.Invalid, "http.field_missing", $"The field '{field}' is missing: it has no default.", field);

    public static Problem FieldWrong(string? field, string expected) => new(
        ProblemKind.Invalid, "http.field_wrong", $"{(field is null ? "The body" : $"The field '{field}'")} must be {expected}.", field);

    public static Problem ParameterUnknown(string name, IEnumerable<string> known) => new(
        ProblemKind.Invalid,
        "http.parameter_unknown",
        $"There is no query parameter '{name}' here: {(known.Any() ? $"there are {string.Join(", ", known)}" : "there is none")}.",
        name);

    public static Problem ParameterWrong(string name, string expected) => new(
        ProblemKind.Invalid, "http.parameter_wrong", $"The query parameter '{name}' must be {expected}.", name);

    public static Problem CursorInvalid() => new(
        ProblemKind.Invalid, "http.cursor_invalid", "This cursor is not one that a list handed out: use the 'nextCursor' of the page before, unchanged.", "cursor");

    public static Problem IdempotencyKeyMissing() => new(
        ProblemKind.Invalid,
        "http.idempotency_key_missing",
        "This costs money or destroys something, so it needs the header Idempotency-Key: a text of your own that names this request.",
        "Idempotency-Key");

    public static Problem IdempotencyKeyInvalid() => new(
        ProblemKind.Invalid,
        "http.idempotency_key_invalid",
        "Idempotency-Key must be 1 to 255 visible ASCII characters, sent once.",
        "Idempotency-Key");

    public static Problem HeaderUnknown(string name, IEnumerable<string> known) => new(
        ProblemKind.Invalid, "http.header_unknown", $"There is no header '{name}' here: there are {string.Join(", ", known)}.", name);

    public static Problem HeaderWrong(string name, string expected) => new(
        ProblemKind.Invalid, "http.header_wrong", $"The header '{name}' must be {expected}.", name);

    public static Problem ProxyUntrusted() => new(
        ProblemKind.Forbidden, "http.proxy_untrusted", "Kontor answers here only to the proxies named in TrustedProxies.");
}
