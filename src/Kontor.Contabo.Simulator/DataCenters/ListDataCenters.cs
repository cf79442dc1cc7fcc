using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.DataCenters;

internal static class ListDataCenters
{
    private static readonly Dictionary<string, Func<DataCenter, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["slug"] = center => center.Slug,
        ["name"] = center => center.Name,
        ["regionSlug"] = center => center.RegionSlug,
        ["regionName"] = center => center.RegionName,
    };

    public static CloudResponse Handle(OperationCall call)
    {
        var query = call.Query;
        var rows = call.World.Catalogue.DataCenters.Where(center =>
            Holds(query.Get("slug"), center.Slug) && Holds(query.Get("name"), center.Name)
            && Holds(query.Get("regionSlug"), center.RegionSlug) && Holds(query.Get("regionName"), center.RegionName)).ToList();
        return Listing.Page(call, Ordering.Apply(query, rows, Sortable), center => new DataCenterView(
            center.Name, center.Slug, center.Capabilities, center.S3Url, center.RegionName, center.RegionSlug,
            call.Account.TenantId, call.Account.CustomerId));
    }

    private static bool Holds(string? wanted, string actual) => wanted is null || wanted == actual;
}

internal sealed record DataCenterView(
    string Name,
    string Slug,
    IReadOnlyList<string> Capabilities,
    string S3Url,
    string RegionName,
    string RegionSlug,
    string TenantId,
    string CustomerId);
