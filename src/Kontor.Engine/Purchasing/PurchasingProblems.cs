using Kontor.Engine.Common;

namespace Kontor.Engine.Purchasing;

/// <summary>What can be wrong with buying and ending.</summary>
internal static class PurchasingProblems
{
    public static Problem FingerprintMismatch(SubjectKey key) => new(
        ProblemKind.Conflict,
        "purchasing.fingerprint_mismatch",
        $"{key.Kind} {key.ExternalId} was sold before under another client, order, registration date or product; nothing is done for it until a person has looked at the finding.",
        "subject.fingerprint");

    public static Problem OrderDiffers(IEnumerable<string> fields) => new(
        ProblemKind.Conflict,
        "purchasing.order_sealed",
        $"This order was accepted before with another {string.Join(", ", fields)}; what was sealed stands. After a refusal it can be sent again with \"amend\": true.");

    public static Problem GenerationClosed(SubjectKey key, int generation) => new(
        ProblemKind.Conflict,
        "purchasing.generation_closed",
        $"Generation {generation} of {key.Kind} {key.ExternalId} was terminated; a person opens the next one with POST /api/v1/subjects/<id>/generations.",
        "generation");

    public static Problem GenerationNotOpen(SubjectKey key, int asked, int present) => new(
        ProblemKind.Conflict,
        "purchasing.generation_not_open",
        $"{key.Kind} {key.ExternalId} is at generation {present}, not {asked}.",
        "generation");

    public static Problem GenerationStillOpen(SubjectKey key, int generation) => new(
        ProblemKind.Conflict,
        "purchasing.generation_still_open",
        $"Generation {generation} of {key.Kind} {key.ExternalId} has no confirmed terminate: terminate it and wait until that operation has succeeded.");

    public static Problem AlreadyServed(SubjectKey key) => new(
        ProblemKind.Conflict,
        "purchasing.already_served",
        $"{key.Kind} {key.ExternalId} already has a machine: nothing is bought for it. Terminate that one first.");

    public static Problem GivenUp() => new(
        ProblemKind.Conflict,
        "purchasing.given_up",
        "A person gave this order up because nobody could prove whether it was bought; terminate the generation and open the next one to order again.");

    public static Problem AccountHeld(AccountId account, int unresolved) => new(
        ProblemKind.Unavailable,
        "purchasing.account_held",
        $"Nothing more is bought on account '{account}' while {unresolved} purchases have an unknown outcome: resume or give up those operations.");

    public static Problem SubjectNotFound() => new(
        ProblemKind.NotFound, "purchasing.subject_not_found", "There is no such subject.");

    public static Problem EmailInvalid(int longest) => new(
        ProblemKind.Invalid, "purchasing.email_invalid", $"email is one e-mail address of at most {longest} characters and nothing else, or null to forget it.", "email");

    public static Problem OrderNotFound() => new(
        ProblemKind.NotFound, "purchasing.order_not_found", "There is no such order.");

    public static Problem KeyReused() => new(
        ProblemKind.Conflict,
        "purchasing.idempotency_key_reused",
        "This Idempotency-Key was used for another request: use a new key for a new request, the same key only to repeat one.",
        "Idempotency-Key");

    public static Problem ProviderRefused(string texts) => new(
        ProblemKind.Refused,
        "purchasing.provider_refused",
        $"Contabo refused the order, nothing was bought: {texts}. Correct the cause and send the same order again.");

    public static Problem OutcomeUnknown(string reason) => new(
        ProblemKind.Unavailable,
        "purchasing.outcome_unknown",
        $"The answer was lost ({reason}); the order may have been carried out and is being looked up. It is not sent again.");

    public static Problem AbsentAfterSettling() => new(
        ProblemKind.Unavailable,
        "purchasing.absent_after_settling",
        "The answer was lost and neither Contabo's audit nor its list shows the machine. Check the panel: resume to look again, or give up if it was not bought.");

    public static Problem SeveralFound(IEnumerable<long> instances) => new(
        ProblemKind.Conflict,
        "purchasing.several_found",
        $"More than one machine answers to this order: {string.Join(", ", instances)}. Look at them in the panel, then resume.");

    public static Problem FoundMismatch(long instance, string? product, string plan) => new(
        ProblemKind.Conflict,
        "purchasing.found_mismatch",
        $"Machine {instance} carries this order's marker but is {product}, not {plan}. Look at it in the panel, then resume.");

    public static Problem FoundElsewhere(long instance) => new(
        ProblemKind.Conflict,
        "purchasing.found_elsewhere",
        $"Machine {instance} answers to this order but already serves another subject. Look at both, then resume.");

    public static Problem CannotStart() => new(
        ProblemKind.Unavailable,
        "purchasing.deadline_passed",
        "The order could not be sent in time because the account could not be asked. Nothing was bought: resume, or give up.");
}
