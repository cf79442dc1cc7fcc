using Kontor.Contabo;
using Kontor.Engine.Common;

namespace Kontor.Engine.Accounts;

/// <summary>What can be wrong with an account.</summary>
internal static class AccountProblems
{
    public static Problem Unknown(string account, IEnumerable<string> known) => new(
        ProblemKind.Invalid,
        "accounts.unknown",
        $"There is no Contabo account '{PlainText.Shown(account)}' in the settings; known are: {string.Join(", ", known)}.",
        "account");

    public static Problem None() => new(
        ProblemKind.Unavailable,
        "accounts.none",
        "No Contabo account is set up: add one under Contabo:Accounts in kontor.json.");

    public static Problem Missing(AccountId account) => new(
        ProblemKind.Unavailable,
        "accounts.missing",
        $"The Contabo account '{account}' is no longer in the settings: put it back, its machines go on costing money.");

    /// <summary>A read that failed: nothing was learned, and nothing follows from it.</summary>
    public static Problem Unreachable(AccountId account, ContaboApiException failure) => failure.Reason == ContaboErrorReason.CredentialsRefused
        ? new(
            ProblemKind.Unavailable,
            "accounts.credentials_refused",
            $"Contabo refuses the credentials of account '{account}' ({failure.Message}): correct ClientId, ClientSecret, ApiUser and ApiPassword.")
        : new(ProblemKind.Unavailable, "accounts.unreachable", $"Contabo does not answer for account '{account}' ({failure.Message}); it is asked again.");
}
