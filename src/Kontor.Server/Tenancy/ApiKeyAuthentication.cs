using System.Security.Claims;
using System.Text.Encodings.Web;
using Kontor.Engine.Common;
using Kontor.Engine.Tenancy;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Tenancy;

/// <summary>Recognises a caller by its API key, and answers for those it does not let in.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AuthenticateApiKeyHandler keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    private Problem _refusal = HttpProblems.KeyMissing();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var found = await keys.HandleAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        _refusal = found.Problem ?? _refusal;
        return found.Match(LetIn, problem => AuthenticateResult.Fail(problem.Code));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemAnswer(StatusCodes.Status401Unauthorized, _refusal).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemAnswer(StatusCodes.Status403Forbidden, HttpProblems.ScopeMissing(ScopePolicies.NeededBy(Context.GetEndpoint()))).ExecuteAsync(Context);

    private AuthenticateResult LetIn(ApiKey key)
    {
        Context.Features.Set(key);
        var scopes = key.Scopes.Select(scope => new Claim(ScopePolicies.Claim, scope));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, key.Id), .. scopes], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
