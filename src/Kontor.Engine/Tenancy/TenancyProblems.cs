using Kontor.Engine.Common;

namespace Kontor.Engine.Tenancy;

/// <summary>Every refusal about keys and who holds them.</summary>
internal static class TenancyProblems
{

    /// <summary>The same whatever is wrong with the key: a stranger learns nothing from it.</summary>
    public static Problem KeyRefused() => new(
        ProblemKind.Forbidden, "tenancy.key_refused", "This API key is not valid here: check it, or have a new one made with 'kontor keys create'.");

    public static Problem KeyNotFound(string id) => new(
        ProblemKind.NotFound, "tenancy.key_not_found", $"No API key has the id '{PlainText.Shown(id)}': 'kontor keys list' shows those there are.", "id");

    public static Problem NameInvalid() =>
        new(ProblemKind.Invalid, "tenancy.name_invalid", "A key needs a name of 1 to 100 characters that says what it is for.", "name");

    public static Problem SourceInvalid(string source) => new(
        ProblemKind.Invalid,
        "tenancy.source_invalid",
        $"'{PlainText.Shown(source)}' cannot name a source: use 1 to 32 letters, digits and dashes, for example shop-eu.",
        "source");

    public static Problem ScopesMissing() =>
        new(ProblemKind.Invalid, "tenancy.scopes_missing", $"A key without a scope can do nothing: give one or more of {Scopes}.", "scopes");

    public static Problem ScopeUnknown(string scope) =>
        new(ProblemKind.Invalid, "tenancy.scope_unknown", $"There is no scope '{PlainText.Shown(scope)}': use {Scopes}.", "scopes");

    public static Problem ExpiryPassed(DateTimeOffset at) => new(
        ProblemKind.Invalid,
        "tenancy.expiry_passed",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at:u} has passed: give a time to come, or none for a key that does not expire."),
        "expiresAt");

    public static Problem RightNotOfRole(Right right, Role role) => new(
        ProblemKind.Forbidden,
        "tenancy.right_not_of_role",
        $"Nobody who acts as {RoleName(role)} has the right '{Rights.NameOf(right)}': {(role == Role.Customer ? "the shop itself has to ask" : "the people who run the installation have to")}.");

    public static Problem RightNotGiven(Right right) => new(
        ProblemKind.Forbidden,
        "tenancy.right_not_given",
        $"This user was not given the right '{Rights.NameOf(right)}': whoever owns the service gives it in the shop.");

    public static Problem NotForMasquerade() => new(
        ProblemKind.Forbidden,
        "tenancy.not_for_masquerade",
        "An administrator who acts as a client sees none of that client's secrets: the client reveals them, or sets a new password.");

    private static string RoleName(Role role) => role == Role.Customer ? "a shop's client" : "a shop";

    private static string Scopes => string.Join(", ", ApiScopes.All);
}
