using System.Reflection;
using Kontor.Api.Storage;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using Kontor.Server.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Storage;

/// <summary>Which Kontor answers.</summary>
internal static class InstallationEndpoints
{
    public static string Version { get; } =
        typeof(InstallationEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/installation", Show).WithTags("Installation").WithName("GetInstallation").Needs(Right.Installation).RequireAuthorization(ScopePolicies.AnyKey)
            .WithSummary("Says which Kontor answers, and whether its cloud is simulated; any key may ask.");

    internal static Ok<InstallationResponse> Show(Installation installation) =>
        TypedResults.Ok(new InstallationResponse { Id = installation.Id, Simulated = installation.Simulated, Version = Version });
}
