using System.Globalization;
using Kontor.Engine.Catalog.Tables;
using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog;

/// <summary>Every refusal of the catalogue: what was given, what is wrong with it, what to give instead.</summary>
internal static class CatalogProblems
{
    /// <summary>How many names a sentence offers.</summary>
    private const int Offered = 6;


    public static Problem PlanUnknown(string plan, IEnumerable<string> plans) =>
        new(ProblemKind.Invalid, "catalog.plan_unknown", $"No plan is called '{PlainText.Shown(plan)}': {Choices(plan, plans)}.", "plan");

    public static Problem PlanRetired(ProductRow plan, DateOnly day, IEnumerable<ProductRow> others) => new(
        ProblemKind.Refused,
        "catalog.plan_retired",
        $"{plan.Id} ({plan.Name}) is not sold since {Iso(day)}: {Choices(plan.Id, others.Select(row => row.Id))}.",
        "plan");

    public static Problem PlanNotOrderable(ProductRow plan) => new(
        ProblemKind.Refused,
        "catalog.plan_not_orderable",
        $"{plan.Id} ({plan.Name}) cannot be ordered through the provider's API ({plan.Source}): choose another plan.",
        "plan");

    public static Problem PlanUnconfirmed(ProductRow plan) => new(
        ProblemKind.Refused,
        "catalog.plan_unconfirmed",
        $"Whether {plan.Id} ({plan.Name}) can be ordered is not known ({plan.Source}): {ConfirmIt}",
        "plan");

    public static Problem RegionUnknown(string region, IEnumerable<string> regions) =>
        new(ProblemKind.Invalid, "catalog.region_unknown", $"No region is called '{PlainText.Shown(region)}': {Choices(region, regions)}.", "region");

    public static Problem RegionRetired(RegionRow region, DateOnly day, IEnumerable<string> regions) => new(
        ProblemKind.Refused,
        "catalog.region_retired",
        $"{region.Slug} ({region.Name}) is closed to orders since {Iso(day)}: {Choices(region.Slug, regions)}.",
        "region");

    public static Problem ImageUnknown(string image, IEnumerable<ImageRow> images) =>
        new(ProblemKind.Invalid, "catalog.image_unknown", $"No image has the id '{PlainText.Shown(image)}': {ImageChoices(image, images)}.", "image");

    /// <summary>Whether the catalogue does not have the image at all, so that it may be one of a client's own.</summary>
    public static bool SaysImageUnknown(Problem? problem) => problem?.Code == "catalog.image_unknown";

    public static Problem ImageRetired(ImageRow image, DateOnly day, IEnumerable<ImageRow> images) => new(
        ProblemKind.Refused,
        "catalog.image_retired",
        $"{image.Name} ({image.Id}) is not offered since {Iso(day)}: {ImageChoices(image.Name, images)}.",
        "image");

    public static Problem ImageTooLarge(ImageRow image, ProductRow plan) => new(
        ProblemKind.Refused,
        "catalog.image_too_large",
        $"{image.Name} needs {image.SizeMib} MiB and the disk of {plan.Id} has {plan.DiskMib} MiB: choose a larger plan or a smaller image.",
        "image");

    public static Problem TermUnknown(QuoteRequest request, IEnumerable<TermRow> terms) => new(
        ProblemKind.Invalid,
        "catalog.term_unknown",
        $"{request.Plan} has no term of {Months(request.TermMonths)}: {TermChoices(terms)}.",
        "termMonths");

    public static Problem TermNotOrderable(QuoteRequest request, IReadOnlyList<TermRow> terms) => new(
        ProblemKind.Refused,
        "catalog.term_not_orderable",
        $"{request.Plan} cannot be ordered for {Months(request.TermMonths)} ({SourceOf(request, terms)}): {TermChoices(terms)}.",
        "termMonths");

    public static Problem TermUnconfirmed(QuoteRequest request, IReadOnlyList<TermRow> terms) => new(
        ProblemKind.Refused,
        "catalog.term_unconfirmed",
        $"Whether {request.Plan} can be ordered for {Months(request.TermMonths)} is not known ({SourceOf(request, terms)}): "
            + $"{TermChoices(terms)}, or {ConfirmIt}",
        "termMonths");

    public static Problem PriceUnknown(QuoteRequest request, PriceListRow? list, IReadOnlyList<PriceRow> prices)
    {
        var (field, wanted) = list is null ? (null, $"No price list in {request.Currency} is in force")
            : prices.Count == 0 ? ("plan", $"{request.Plan} has no price")
            : prices.All(row => row.Region != request.Region) ? ("region", $"{request.Plan} has no price in {request.Region}")
            : ("termMonths", $"{request.Plan} has no price in {request.Region} for {Months(request.TermMonths)}");
        var where = list is null ? "" : $" in the {request.Currency} list of {Iso(list.ValidFrom)}";
        return new(
            ProblemKind.Refused, "catalog.price_unknown",
            $"{wanted}{where}, and nothing is bought at an unknown price: import a catalogue that has it.", field);
    }

    public static Problem AddOnPriceUnknown(string addOn, string? plan, string? region, Currency currency) => new(
        ProblemKind.Refused,
        "catalog.add_on_price_unknown",
        $"The add-on '{addOn}' has no price for {PlainText.Shown(plan ?? "a machine of unknown plan")} in {PlainText.Shown(region ?? "its region")} in {currency}, "
            + "and nothing is bought at an unknown price: import a catalogue whose price list has it under \"addOns\".",
        "addOn");

    public static Problem FileTooLarge(long most) => new(
        ProblemKind.Invalid, "catalog.file_too_large", $"The catalogue file is larger than {most >> 20} MiB: split it into several files.");

    public static Problem FileUnreadable(string fault) => new(
        ProblemKind.Invalid, "catalog.file_unreadable", $"The catalogue file is not JSON, or names a field twice: {fault}");

    public static Problem FileInvalid(string path, string sentence) =>
        new(ProblemKind.Invalid, "catalog.file_invalid", $"{(path.Length == 0 ? "The file" : path)} {sentence}", path);

    /// <summary>The names nearest to a wrong one, as half a sentence.</summary>
    internal static string Choices(string given, IEnumerable<string> names) =>
        NearestNames.To(given, names, Offered).ToList() is { Count: > 0 } near
            ? $"choose {string.Join(", ", near)}"
            : "there is none to choose from; import a catalogue";

    private static string ImageChoices(string given, IEnumerable<ImageRow> images) =>
        Choices(given, images.Select(row => $"{row.Id} ({row.Name})"));

    private static string TermChoices(IEnumerable<TermRow> terms) =>
        terms.Where(row => row.Orderable == Orderable.Yes).Select(row => Months(row.Months)).ToList() is { Count: > 0 } known
            ? $"choose {string.Join(", ", known)}"
            : "none of its terms can be ordered";

    private static string ConfirmIt =>
        "ask the provider, and import a catalogue that says yes.";

    private static string SourceOf(QuoteRequest request, IReadOnlyList<TermRow> terms) =>
        terms.First(row => row.Months == request.TermMonths).Source;

    private static string Months(int months) => months == 1 ? "1 month" : string.Create(CultureInfo.InvariantCulture, $"{months} months");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
