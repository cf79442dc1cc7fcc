using System.CommandLine;
using Kontor.Server.Demo.Fleet;
using Kontor.Server.Host;

namespace Kontor.Server.Demo;

/// <summary><c>demo</c>: a simulated cloud and a Kontor of its own, and one machine's whole life, or many.</summary>
internal static class DemoCommand
{
    private const int MostOrders = 100_000;

    private static readonly Option<bool> Once = new("--once") { Description = "One machine's life, then the end. Default: the demo goes on until Ctrl-C." };

    private static readonly Option<int?> Orders = new("--orders") { Description = "So many lives side by side, then purchase log, orders and ledger are compared." };

    private static readonly Option<int> Seed = new("--seed") { Description = "With --orders: decides what is ordered and what goes wrong.", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> Faults = new("--faults") { Description = "With --orders: the cloud misbehaves: time-outs, lost answers, late effects, short lists, sold out, and more." };

    private static readonly Option<string> Output = new("--output") { Description = "table, or jsonl: one JSON object a line.", DefaultValueFactory = _ => "table" };

    private static readonly Option<string?> Data = new("--data") { Description = "Folder for database and logs. Default: a new one among the temporary files." };

    private static readonly Option<bool> PlantDuplicate = new("--plant-duplicate") { Hidden = true };

    public static Command Create()
    {
        Output.AcceptOnlyFromAmong("table", "jsonl");
        Orders.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostOrders)
            {
                result.AddError($"--orders takes a number from 1 to {MostOrders}.");
            }
        });
        var command = new Command("demo", "Runs Kontor against a simulated cloud of its own; nothing costs money.")
        {
            Once, Orders, Seed, Faults, Output, Data, PlantDuplicate,
        };
        command.Validators.Add(result => Combine(result));
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static void Combine(System.CommandLine.Parsing.CommandResult result)
    {
        var many = result.GetResult(Orders) is not null;
        if (many && result.GetValue(Once))
        {
            result.AddError("--once is one life and --orders are many: give one of the two.");
        }
        else if (!many && (result.GetValue(Faults) || result.GetResult(Seed) is { Implicit: false }))
        {
            result.AddError("--seed and --faults go with --orders: say how many.");
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        if (LiveSetting() is { } setting)
        {
            return await RefuseAsync($"{setting} is set: the demo never runs beside live credentials, so unset it first.", ExitCodes.Settings);
        }

        using var ended = new CancellationTokenSource();
        using var signals = Signals.Cancel(ended);
        try
        {
            var mode = Mode(parsed);
            var run = new DemoRun(DemoFolder.Open(parsed.GetValue(Data), mode.Fleet?.Orders ?? 1), mode, DemoReport.Create(parsed.GetValue(Output) == "jsonl"));
            return await run.RunAsync(ended.Token);
        }
        catch (DemoRefusedException refused)
        {
            return await RefuseAsync(refused.Message, ExitCodes.Database);
        }
    }

    private static DemoMode Mode(ParseResult parsed)
    {
        var planted = parsed.GetValue(PlantDuplicate);
        var fleet = parsed.GetValue(Orders) is { } orders ? new FleetPlan(orders, parsed.GetValue(Seed), parsed.GetValue(Faults), planted) : null;
        return new DemoMode(parsed.GetValue(Once), fleet, planted);
    }

    private static async Task<int> RefuseAsync(string sentence, int exitCode)
    {
        await Console.Error.WriteLineAsync(sentence);
        return exitCode;
    }

    private static string? LiveSetting() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("KONTOR__Contabo__", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
}
