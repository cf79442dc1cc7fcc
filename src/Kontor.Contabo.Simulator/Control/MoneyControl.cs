using System.Globalization;

namespace Kontor.Contabo.Simulator.Control;

internal sealed record PlantDuplicateRequest(long? Sequence);

/// <summary>The oracle: purchases, charges, invoices.</summary>
internal static class MoneyControl
{
    public static void Map(IEndpointRouteBuilder routes, SimulatedCloud cloud)
    {
        routes.MapGet("/sim/purchases", () => TypedResults.Json(cloud.PurchaseLog, ControlBody.Json));
        routes.MapGet("/sim/charges", () => TypedResults.Json(cloud.Charges, ControlBody.Json));
        routes.MapGet("/sim/invoice", (string? account, string? month) => Invoice(cloud, account, month));
        routes.MapPost("/sim/purchases/plant-duplicate", (HttpRequest request) =>
            ControlBody.WithAsync<PlantDuplicateRequest>(request, body => Plant(cloud, body)));
    }

    private static IResult Invoice(SimulatedCloud cloud, string? account, string? month)
    {
        var name = account ?? cloud.Options.Accounts[0].ClientId;
        if (!cloud.Options.Accounts.Any(one => one.ClientId == name))
        {
            return ControlBody.Refuse($"There is no account '{name}'.", StatusCodes.Status404NotFound);
        }

        return DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? TypedResults.Json(cloud.Invoice(name, month), ControlBody.Json)
            : ControlBody.Refuse("Give 'month' as year and month, for example 2026-11.");
    }

    private static IResult Plant(SimulatedCloud cloud, PlantDuplicateRequest body)
    {
        var log = cloud.PurchaseLog;
        var sequence = body.Sequence ?? log.Count;
        return log.Any(entry => entry.Sequence == sequence)
            ? TypedResults.Json(cloud.PlantDuplicate(sequence), ControlBody.Json)
            : ControlBody.Refuse("The purchase log has no such entry.", StatusCodes.Status404NotFound);
    }
}
