using System.Text.Json;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

/// <summary>What an order asks for, with the provider's defaults filled in.</summary>
internal sealed record InstanceOrder(
    string ProductId,
    string Region,
    Guid ImageId,
    int Period,
    string DisplayName,
    string DefaultUser,
    LoginWish Login,
    JsonElement? AddOns,
    string? ApplicationId)
{
    public static InstanceOrder Of(OperationCall call) => new(
        call.Text("productId") ?? "V153",
        call.Text("region") ?? "EU",
        Guid.Parse(call.Text("imageId") ?? "afecbb85-e2fc-46f0-9684-b46b1faf00bb"),
        (int)Math.Min(call.Body.GetProperty("period").GetInt64(), int.MaxValue),
        call.Text("displayName") ?? "",
        // Observed: 2026-08-09. Left out, the user is "ubuntu", not the documented "admin".
        call.Text("defaultUser") ?? "ubuntu",
        LoginWish.Of(call),
        call.Field("addOns"),
        call.Text("applicationId"));

    /// <summary>The first reason to refuse, or null. Neither stock nor price is looked at: the provider does not either.</summary>
    public CloudResponse? Refusal(World world, string account)
    {
        var catalogue = world.Catalogue;
        if (!catalogue.Products.TryGetValue(ProductId, out var product) || product.Retired || !product.SurchargeEur.ContainsKey(Region))
        {
            // Observed: 2021 and ISSUE tf#1. The text names the image where it means the product.
            return Answers.Refusal(400, $"Bad Request productId {ImageId} is wrong");
        }

        if (!product.MonthlyEur.ContainsKey(Period))
        {
            // Assumed: nobody published the text.
            return Answers.Refusal(400, [$"period must be one of the following values: {string.Join(", ", product.MonthlyEur.Keys.Order())}"]);
        }

        return ImageChoice.Refusal(world, account, ImageId, product) ?? Login.Refusal(world, account);
    }

    public bool HasExtraStorage =>
        AddOns is { } wishes && wishes.TryGetProperty("extraStorage", out var storage) && storage.ValueKind == JsonValueKind.Object;

    public IReadOnlyList<OrderedAddOn> PricedAddOns(World world, Product product)
    {
        if (AddOns is not { } wishes)
        {
            return [];
        }

        var byName = world.Catalogue.AddOns.Values.Where(addOn => wishes.TryGetProperty(addOn.Name, out _))
            .Select(addOn => new OrderedAddOn(addOn.Id, 1, addOn.MonthlyFor(product)));
        var backup = wishes.TryGetProperty("backup", out _) ? [new OrderedAddOn(Catalogue.Backup, 1, product.BackupEur)] : Array.Empty<OrderedAddOn>();
        return [.. byName, .. backup, .. ById(world, product, wishes)];
    }

    private static IEnumerable<OrderedAddOn> ById(World world, Product product, JsonElement wishes)
    {
        if (!wishes.TryGetProperty("addonsIds", out var ids) || ids.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return ids.EnumerateArray().Select(wish =>
        {
            var id = wish.GetProperty("id").GetInt64();
            var monthly = world.Catalogue.AddOns.TryGetValue(id, out var addOn) ? addOn.MonthlyFor(product) : 0;
            return new OrderedAddOn(id, (int)wish.GetProperty("quantity").GetInt64(), monthly);
        });
    }
}
