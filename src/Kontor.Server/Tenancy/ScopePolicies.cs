using Kontor.Engine.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace Kontor.Server.Tenancy;

/// <summary>One rule for each scope, one for any key at all, and none for an endpoint without a rule: that is closed.</summary>
internal static class ScopePolicies
{
    public const string Claim = "scope";
    public const string AnyKey = "any";

    public static IServiceCollection AddScopePolicies(this IServiceCollection services)
    {
        services.AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(AnyKey, policy => policy.RequireAuthenticatedUser());
        foreach (var scope in ApiScopes.All)
        {
            authorization.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireClaim(Claim, scope));
        }

        return services;
    }

    /// <summary>The scope an endpoint asks for.</summary>
    public static string NeededBy(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).LastOrDefault(policy => policy is not null) ?? "none there is";
}
