using System.Net;
using Kontor.Server.Catalog;
using Kontor.Server.Common;
using Kontor.Server.Compute;
using Kontor.Server.Host.Settings;
using Kontor.Server.Images;
using Kontor.Server.Inventory;
using Kontor.Server.Operations;
using Kontor.Server.Purchasing;
using Kontor.Server.Secrets;
using Kontor.Server.Storage;
using Kontor.Server.Tasks;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kontor.Server.Host;

/// <summary>What a request passes, in order, and where it can go.</summary>
internal static class RequestPipeline
{
    public static void UseKontor(this WebApplication app, KontorSettings settings)
    {
        app.Use(AddSafetyHeaders);
        app.UseMiddleware<ProblemPages>();
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseTrustedProxies(settings.TrustedProxies);
        }

        app.UseRouting();
        app.UseMiddleware<OnlyKnownRoutes>();
        app.UseAuthentication();
        app.UseAuthorization();
        HealthEndpoints.Map(app);
        RevealEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        MapApi(app.MapGroup("/api/v1").AddEndpointFilter(RightsAtTheDoor.FilterAsync).AddEndpointFilterFactory(RefuseBadInput.Filter));
    }

    private static Task AddSafetyHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        OrderEndpoints.Map(api);
        SubjectEndpoints.Map(api);
        TerminateEndpoints.Map(api);
        InstanceEndpoints.Map(api);
        PowerEndpoints.Map(api);
        AccessEndpoints.Map(api);
        ReinstallEndpoints.Map(api);
        ImageEndpoints.Map(api);
        AddOnEndpoints.Map(api);
        SnapshotEndpoints.Map(api);
        PlanEndpoints.Map(api);
        RegionEndpoints.Map(api);
        BulkEndpoints.Map(api);
        NamingEndpoints.Map(api);
        ProtectionEndpoints.Map(api);
        SuspensionEndpoints.Map(api);
        OperationEndpoints.Map(api);
        LinkEndpoints.Map(api);
        PurchaseEndpoints.Map(api);
        FindingEndpoints.Map(api);
        TimelineEndpoints.Map(api);
        SearchEndpoints.Map(api);
        TaskEndpoints.Map(api);
        EventEndpoints.Map(api);
        CatalogEndpoints.Map(api);
        QuoteEndpoints.Map(api);
        InstallationEndpoints.Map(api);
    }

    private static void UseTrustedProxies(this WebApplication app, IList<string> proxies)
    {
        app.UseMiddleware<OnlyTrustedProxies>(proxies);
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in proxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(forwarded);
    }
}
