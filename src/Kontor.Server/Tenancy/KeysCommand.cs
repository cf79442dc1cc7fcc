using System.CommandLine;
using Kontor.Engine.Tenancy;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Tenancy;

/// <summary><c>keys create|list|revoke</c>.</summary>
internal static class KeysCommand
{
    public static Command Create(Option<string?> settings) => new("keys", "Makes, lists and revokes API keys.")
    {
        CreateKey(settings), ListKeys(settings), RevokeKey(settings),
    };

    private static Command CreateKey(Option<string?> settings)
    {
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var scopes = new Option<string>("--scopes") { Description = $"What it may do, with commas between: {string.Join(", ", ApiScopes.All)}; or all.", Required = true };
        var source = new Option<string?>("--source") { Description = "The shop or billing system it sells for; without it the key is for staff, who see all and cannot order." };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When it ceases to work, for example 2027-01-31T00:00:00Z. Default: never." };
        var command = new Command("create", "Makes a key and prints it, once.") { name, scopes, source, expires };
        command.SetAction((parsed, cancellationToken) => CreateAsync(
            SettingsSource.OfProcess(parsed.GetValue(settings)),
            new CreateApiKey(parsed.GetValue(name)!, parsed.GetValue(source), ScopesIn(parsed.GetValue(scopes)!), parsed.GetValue(expires)),
            cancellationToken));
        return command;
    }

    private static Command ListKeys(Option<string?> settings)
    {
        var command = new Command("list", "Lists the keys, without their secrets.");
        command.SetAction((parsed, cancellationToken) => Workbench.UseAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), async services =>
        {
            foreach (var key in await services.GetRequiredService<ListApiKeysHandler>().HandleAsync(cancellationToken))
            {
                Console.WriteLine($"{key.Id}  {StateOf(key)}  {key.Source ?? "(staff)"}  {key.Name}  {string.Join(',', key.Scopes)}");
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command RevokeKey(Option<string?> settings)
    {
        var id = new Argument<string>("id") { Description = "The key's id, as 'keys list' shows it." };
        var command = new Command("revoke", "Makes a key useless from now on.") { id };
        command.SetAction((parsed, cancellationToken) => Workbench.UseAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), async services =>
        {
            var revoked = await services.GetRequiredService<RevokeApiKeyHandler>().HandleAsync(parsed.GetValue(id)!, Workbench.Operator, cancellationToken);
            return revoked.Match(key => Say($"Revoked {key.Id} ({key.Name})."), Workbench.Refuse);
        }));
        return command;
    }

    private static Task<int> CreateAsync(SettingsSource source, CreateApiKey request, CancellationToken cancellationToken) =>
        Workbench.UseAsync(source, async services =>
        {
            var created = await services.GetRequiredService<CreateApiKeyHandler>().HandleAsync(request, Workbench.Operator, cancellationToken);
            return created.Match(key => Say(key.Token), Workbench.Refuse);
        });

    private static string[] ScopesIn(string text) => text == "all"
        ? [.. ApiScopes.All]
        : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string StateOf(ApiKey key) => key.RevokedAt is { } revoked
        ? $"revoked {revoked:yyyy-MM-dd}"
        : key.ExpiresAt is { } expires ? $"until {expires:yyyy-MM-dd}" : "live";

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return ExitCodes.Done;
    }
}
