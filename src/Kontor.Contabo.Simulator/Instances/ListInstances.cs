using System.Globalization;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

internal static class ListInstances
{
    private static readonly Dictionary<string, Func<Instance, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["instanceId"] = instance => instance.InstanceId,
        ["name"] = instance => instance.InstanceId,
        ["displayName"] = instance => instance.DisplayName,
        ["createdDate"] = instance => instance.CreatedAt,
        ["status"] = instance => instance.Status,
        ["productId"] = instance => instance.ProductId,
        ["region"] = instance => instance.Region,
    };

    private static readonly string[] Filters =
    [
        "name", "displayName", "dataCenter", "region", "instanceId", "instanceIds", "status", "productIds", "addOnIds", "productTypes",
        "ipConfig", "suspended", "search", "customerId", "tenantId", "orderBy",
    ];

    public static CloudResponse Handle(OperationCall call)
    {
        var store = call.World.Instances;
        var ids = Candidates(call);
        if (!Filters.Any(filter => call.Query.Get(filter) is not null))
        {
            return Listing.Page(call, ids, id => InstanceView.Of(call.World, store[id]));
        }

        var rows = ids.Select(id => store[id]).Where(instance => Matches(call, instance)).ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), row => InstanceView.Of(call.World, row));
    }

    private static IReadOnlyList<long> Candidates(OperationCall call)
    {
        var (store, account) = (call.World.Instances, call.Account.ClientId);
        // Observed: 2026-08-09. The display name filter is exact.
        if (call.Query.Get("displayName") is { } displayName)
        {
            return store.Named(account, displayName);
        }

        if ((call.Query.Many("instanceIds") ?? call.Query.Many("instanceId")) is { } wanted)
        {
            return [.. wanted.Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1)
                .Where(id => store.Find(account, id) is not null).Order()];
        }

        return store.Ids(account);
    }

    private static bool Matches(OperationCall call, Instance instance)
    {
        var (query, catalogue) = (call.Query, call.World.Catalogue);
        return Holds(query.Get("name"), InstanceView.NameOf(instance.InstanceId))
            && Holds(query.Get("region"), instance.Region)
            && Holds(query.Get("dataCenter"), catalogue.DataCenterOf(instance.Region).Name)
            && Holds(query.Get("customerId"), call.Account.CustomerId)
            && Holds(query.Get("tenantId"), call.Account.TenantId)
            && query.Many("status")?.Contains(instance.Status) != false
            && query.Many("instanceId")?.Contains(Text(instance.InstanceId)) != false
            && query.Many("productIds")?.Contains(instance.ProductId) != false
            && query.Many("productTypes")?.Contains(catalogue.Products[instance.ProductId].ProductType) != false
            && (query.Many("addOnIds") is not { } addOns || instance.AddOns.Any(addOn => addOns.Contains(Text(addOn.Id))))
            && (query.Get("ipConfig") is not { } withAddress || (withAddress == "true") == instance.HasAddress)
            && !(query.Get("suspended") == "false" && instance.Suspended)
            && (query.Get("search") is not { } search || Found(search, instance));
    }

    private static bool Found(string search, Instance instance) =>
        InstanceView.NameOf(instance.InstanceId).Contains(search, StringComparison.OrdinalIgnoreCase)
        || instance.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || (instance.HasAddress && IpConfig.Of(instance.AddressKey).V4.Ip.Contains(search, StringComparison.Ordinal));

    private static bool Holds(string? wanted, string actual) => wanted is null || wanted == actual;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
