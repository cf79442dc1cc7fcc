using System.Globalization;

namespace Kontor.Contabo.Simulator.Control;

internal sealed record RenameRequest(string? DisplayName);

internal sealed record CancelRequest(DateOnly? On);

internal sealed record StatusRequest(string? Status, string? ErrorMessage, bool? Suspended);

internal sealed record ReinstallRequest(Guid? ImageId);

internal sealed record AddInstanceRequest(string? Account, string? ProductId, string? DisplayName, int? Period, string? Region);

/// <summary>What a person does in the provider's panel, or the provider itself, past us.</summary>
internal static class PanelControl
{
    public static void Map(IEndpointRouteBuilder routes, SimulatedCloud cloud)
    {
        var panel = cloud.Panel;
        routes.MapGet("/sim/instances", () => TypedResults.Json(cloud.Instances, ControlBody.Json));
        routes.MapPost("/sim/instances", (HttpRequest request) => ControlBody.WithAsync<AddInstanceRequest>(request, body => Add(cloud, body)));
        routes.MapPost("/sim/instances/{id:long}/rename", (long id, HttpRequest request) =>
            ControlBody.WithAsync<RenameRequest>(request, body => body.DisplayName is { } name
                ? Done(panel.Rename(id, name), cloud, id)
                : ControlBody.Refuse("Field 'displayName' is missing.")));
        routes.MapPost("/sim/instances/{id:long}/cancel", (long id, HttpRequest request) =>
            ControlBody.WithAsync<CancelRequest>(request, body => Done(panel.Cancel(id, body.On), cloud, id)));
        routes.MapPost("/sim/instances/{id:long}/start", (long id) => Acted(panel.Start(id), cloud, id));
        routes.MapPost("/sim/instances/{id:long}/stop", (long id) => Acted(panel.Stop(id), cloud, id));
        routes.MapPost("/sim/instances/{id:long}/reinstall", (long id, HttpRequest request) =>
            ControlBody.WithAsync<ReinstallRequest>(request, body => Acted(panel.Reinstall(id, body.ImageId), cloud, id)));
        routes.MapPost("/sim/instances/{id:long}/finish-region-change", (long id) => Acted(panel.FinishRegionChange(id), cloud, id));
        routes.MapGet("/sim/instances/{id:long}/snapshots", (long id) => TypedResults.Json(cloud.Snapshots(id), ControlBody.Json));
        routes.MapPost("/sim/instances/{id:long}/delete", (long id) =>
            panel.Delete(id) ? TypedResults.NoContent() : Missing(id));
        routes.MapPost("/sim/instances/{id:long}/status", (long id, HttpRequest request) =>
            ControlBody.WithAsync<StatusRequest>(request, body => SetStatus(cloud, id, body)));
    }

    private static IResult SetStatus(SimulatedCloud cloud, long id, StatusRequest body)
    {
        if (body.Status is null && body.Suspended is null)
        {
            return ControlBody.Refuse("Give 'status', 'suspended' or both.");
        }

        if (body.Status is { } status && !Instances.InstanceStatus.All.Contains(status))
        {
            return ControlBody.Refuse($"There is no status '{status}'; known: {string.Join(", ", Instances.InstanceStatus.All.Order())}.");
        }

        var found = body.Status is null || cloud.Panel.SetStatus(id, body.Status, body.ErrorMessage);
        found &= body.Suspended is not { } suspended || cloud.Panel.SetSuspended(id, suspended);
        return Done(found, cloud, id);
    }

    private static IResult Add(SimulatedCloud cloud, AddInstanceRequest body)
    {
        var account = body.Account ?? cloud.Options.Accounts[0].ClientId;
        var (product, period, region) = (body.ProductId ?? "V153", body.Period ?? 1, body.Region ?? "EU");
        if (!cloud.Options.Accounts.Any(one => one.ClientId == account))
        {
            return ControlBody.Refuse($"There is no account '{account}'.");
        }

        var known = Data.Catalogue.Committed.Products.GetValueOrDefault(product);
        return known is null || !known.MonthlyEur.ContainsKey(period) || !known.SurchargeEur.ContainsKey(region)
            ? ControlBody.Refuse($"Product {product} is not sold for {period} months in {region}.")
            : TypedResults.Json(cloud.Panel.Add(account, product, body.DisplayName ?? "", period, region), ControlBody.Json);
    }

    private static IResult Acted(bool accepted, SimulatedCloud cloud, long id) => accepted || cloud.FindInstance(id) is null
        ? Done(accepted, cloud, id)
        : ControlBody.Refuse(
            string.Create(CultureInfo.InvariantCulture, $"Instance {id} does not allow that now."), StatusCodes.Status409Conflict);

    private static IResult Done(bool found, SimulatedCloud cloud, long id) =>
        found ? TypedResults.Json(cloud.FindInstance(id), ControlBody.Json) : Missing(id);

    private static IResult Missing(long id) =>
        ControlBody.Refuse(string.Create(CultureInfo.InvariantCulture, $"There is no instance {id}."), StatusCodes.Status404NotFound);
}
