using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.PlanChange;

/// <summary>What can be wrong with a change of plan.</summary>
internal static class PlanProblems
{
    public static Problem OffersUnread(string reason) => new(
        ProblemKind.Unavailable, "compute.offers_unreadable", $"Contabo's offers for this machine cannot be read now ({reason}): ask again.");

    public static Problem Current(string plan) => new(
        ProblemKind.Refused, "compute.plan_current", $"The machine is {PlainText.Shown(plan)} already.", "plan");

    public static Problem Downgrade(string plan, string current) => new(
        ProblemKind.Refused, "compute.plan_downgrade", $"{plan} is not larger than {current}, and Contabo changes plans upwards only: order a new machine instead.", "plan");

    public static Problem OtherFamily(string plan, string family, string currentFamily) => new(
        ProblemKind.Refused,
        "compute.plan_other_family",
        $"{plan} is a {family} and the machine a {currentFamily}: Contabo changes plans within a family only. Order a new machine instead.",
        "plan");

    public static Problem NotOffered(string plan, IEnumerable<string> offered) => new(
        ProblemKind.Refused,
        "compute.plan_not_offered",
        $"Contabo does not offer {PlainText.Shown(plan)} for this machine now. It offers: {(offered.Any() ? string.Join(", ", offered) : "nothing")}.",
        "plan");

    public static Problem OfferGone(long offer) => new(
        ProblemKind.Refused, "compute.offer_gone", $"Contabo has no offer {offer} for this machine now: look at its offers again.", "offerId");

    public static Problem Choice() => ComputeProblems.Field("plan", "Give either plan or offerId.");

    public static Problem Open(OperationId operation) => new(
        ProblemKind.Conflict,
        "compute.plan_change_open",
        $"Operation {operation} waits for another change of this machine's plan: wait until it is done, or give it up.");

    public static Problem WaitsForPerson(string plan) => new(
        ProblemKind.Unavailable,
        "compute.plan_change_by_hand",
        $"Contabo's API takes no order for a change of plan: order {plan} in its panel. It ends by itself when the machine is {plan}.");

    public static Problem GivenUp() => new(
        ProblemKind.Conflict, "compute.plan_change_given_up", "A person gave this change of plan up; the machine keeps its plan.");
}
