using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Clock;
using Kontor.Contabo.Simulator.State;

namespace Kontor.Contabo.Simulator.Hosting;

/// <summary>The command line of kontor-simulator.</summary>
internal static class SimulatorCommand
{
    private const int BadUsage = 2;
    private const int PortTaken = 3;
    private const int StateRefused = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port on loopback; 0 takes any free one.",
        DefaultValueFactory = _ => 5550,
    };

    private static readonly Option<string> Speed = new("--speed")
    {
        Description = "Simulated seconds in a real second: a number, 'real' (1), or 'stepped' (time moves only by the control API).",
        DefaultValueFactory = _ => "real",
    };

    private static readonly Option<DateTimeOffset?> Start = new("--start")
    {
        Description = "First simulated instant, for example 2026-11-01 or 2026-11-01T08:00:00Z; default: now.",
        CustomParser = result => Instant(result.Tokens.Single().Value, result.AddError),
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of generated identifiers.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> State = new("--state")
    {
        Description = "File that keeps the whole state over restarts; loaded when it is there, written when something changed.",
    };

    private static readonly Option<string?> Accounts = new("--accounts")
    {
        Description = "JSON file with more accounts: [{clientId, clientSecret, apiUser, apiPassword, tenantId, customerId, userId, currency}].",
    };

    public static RootCommand Create()
    {
        var command = new RootCommand(
            "A simulated Contabo cloud: API, token endpoint and control API on loopback. Nothing it sells costs money.")
        {
            Port, Speed, Start, Seed, State, Accounts,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Pace(parsed.GetValue(Speed)!) is not var (mode, speed))
        {
            return await FailAsync(parsed, BadUsage, "--speed takes a number above 0, 'real' or 'stepped'.");
        }

        if (await ReadAccountsAsync(parsed.GetValue(Accounts), cancellationToken) is not { } accounts)
        {
            return await FailAsync(parsed, BadUsage, $"{parsed.GetValue(Accounts)} is not a JSON list of accounts; see --help for its fields.");
        }

        var settings = new SimulatorServerSettings
        {
            Port = parsed.GetValue(Port),
            Mode = mode,
            Speed = speed,
            Start = parsed.GetValue(Start),
            StatePath = parsed.GetValue(State),
            Warn = parsed.InvocationConfiguration.Error.WriteLine,
            Cloud = new SimulatorOptions { Seed = parsed.GetValue(Seed), Accounts = accounts },
        };
        try
        {
            await using var server = await SimulatorServer.StartAsync(settings, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(ReadyLine(server));
            await server.Stopped;
            return 0;
        }
        catch (PortInUseException taken)
        {
            return await FailAsync(parsed, PortTaken, taken.Message);
        }
        catch (StateFileException refused)
        {
            return await FailAsync(parsed, StateRefused, refused.Message);
        }
    }

    private static string ReadyLine(SimulatorServer server)
    {
        var account = server.Cloud.Options.Accounts[0];
        return $"ready: API {server.Address} token {new Uri(server.Address, TokenEndpoint.Path)} control {new Uri(server.Address, "/sim")} "
            + $"client {account.ClientId} secret {account.ClientSecret} user {account.ApiUser} password {account.ApiPassword}";
    }

    private static (ClockMode Mode, double Speed)? Pace(string text) => text switch
    {
        "real" => (ClockMode.Real, 1),
        "stepped" => (ClockMode.Stepped, 1),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed > 0 && double.IsFinite(speed) =>
            (ClockMode.Scaled, speed),
        _ => null,
    };

    private static DateTimeOffset? Instant(string text, Action<string> refuse)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        refuse($"--start does not understand '{text}'; write 2026-11-01 or 2026-11-01T08:00:00Z.");
        return null;
    }

    private static async Task<IReadOnlyList<AccountSettings>?> ReadAccountsAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return [AccountSettings.Demo];
        }

        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(path);
            var more = await JsonSerializer.DeserializeAsync<List<AccountSettings>>(stream, Json, cancellationToken);
            return more is null || more.Any(account => string.IsNullOrEmpty(account.ClientId)) ? null : [AccountSettings.Demo, .. more];
        }
        catch (JsonException)
        {
            // Null says it: the caller names the file.
            return null;
        }
    }

    private static async Task<int> FailAsync(ParseResult parsed, int code, string sentence)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(sentence);
        return code;
    }
}
