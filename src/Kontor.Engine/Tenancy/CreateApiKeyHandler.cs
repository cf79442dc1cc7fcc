using System.Text.RegularExpressions;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Tenancy;

/// <summary>Makes an API key. Its secret is returned here and never again.</summary>
public sealed partial class CreateApiKeyHandler(Database database, IIdSource ids, TimeProvider clock)
{
    public async Task<Result<CreatedApiKey>> HandleAsync(CreateApiKey request, Actor actor, CancellationToken cancellationToken)
    {
        if (Fault(request, clock.GetUtcNow()) is { } problem)
        {
            return problem;
        }

        var token = ApiKeyToken.New(ids);
        var row = await database.WriteAsync(
            "tenancy.api_key_created", unit => InsertAsync(unit, request, token, actor, cancellationToken), cancellationToken);
        return new CreatedApiKey(row.ToKey(), token.Reveal());
    }

    private static async Task<ApiKeyRow> InsertAsync(
        UnitOfWork unit, CreateApiKey request, ApiKeyToken token, Actor actor, CancellationToken cancellationToken)
    {
        var row = new ApiKeyRow
        {
            Id = token.Id,
            Name = request.Name,
            Source = request.Source,
            Scopes = string.Join(' ', request.Scopes.Distinct().Order(StringComparer.Ordinal)),
            SecretHash = token.SecretHash(),
            CreatedAt = unit.Now,
            ExpiresAt = request.ExpiresAt,
        };
        await unit.Db.InsertAsync(row, token: cancellationToken);
        // Without the name: people call keys after people, and audit rows are never erased.
        await AuditTrail.AppendAsync(unit, actor, "tenancy.api_key_created", row.Id, new { row.Source, row.Scopes, row.ExpiresAt });
        return row;
    }

    private static Problem? Fault(CreateApiKey request, DateTimeOffset now) =>
        request.Name.Trim().Length == 0 || request.Name.Length > 100 ? TenancyProblems.NameInvalid()
        : request.Source is { } source && !SourcePattern().IsMatch(source) ? TenancyProblems.SourceInvalid(source)
        : request.Scopes.Count == 0 ? TenancyProblems.ScopesMissing()
        : request.Scopes.FirstOrDefault(scope => !ApiScopes.All.Contains(scope)) is { } unknown ? TenancyProblems.ScopeUnknown(unknown)
        : request.ExpiresAt <= now ? TenancyProblems.ExpiryPassed(request.ExpiresAt.Value)
        : null;

    [GeneratedRegex(@"^[A-Za-z0-9\-]{1,32}\z")]
    private static partial Regex SourcePattern();
}
