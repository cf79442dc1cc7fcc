using System.Net;
using Kontor.Contabo;
using Kontor.Engine.Common;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>What settings must fulfil beyond their types; each sentence names the key and the cure.</summary>
internal static class SettingsRules
{
    private const int LongestAccountName = 32;

    public static IEnumerable<string> Faults(KontorSettings settings) =>
    [
        .. ListenRules.Faults(settings),
        .. ClockFaults(settings),
        .. Faults(new PurchasingOptionsValidator().Validate("Purchasing", settings.Purchasing), "Purchasing"),
        .. Faults(new ComputeOptionsValidator().Validate("Compute", settings.Compute), "Compute"),
        .. Faults(new ImageOptionsValidator().Validate("Images", settings.Images), "Images"),
        .. Faults(new OperationOptionsValidator().Validate("Operations", settings.Operations), "Operations"),
        .. Faults(new SweepOptionsValidator().Validate("Sweep", settings.Sweep), "Sweep"),
        .. Faults(new TaskOptionsValidator().Validate("Tasks", settings.Tasks), "Tasks"),
        .. Faults(new SecretOptionsValidator().Validate("Secrets", settings.Secrets), "Secrets"),
        .. Faults(new BackupOptionsValidator().Validate("Backup", settings.Backup), "Backup"),
        .. settings.Contabo.Accounts.SelectMany(account => AccountFaults(settings, account.Key, account.Value)),
    ];

    private static IEnumerable<string> ClockFaults(KontorSettings settings) => settings switch
    {
        { SimulatedClock: { } clock, Simulated: false } =>
            [$"SimulatedClock is {clock} and Simulated is false: a real cloud goes by real time, so remove SimulatedClock."],
        { SimulatedClock: { IsLoopback: false } clock } => [$"SimulatedClock is {clock}: it must be on loopback, for example http://127.0.0.1:5550."],
        _ => [],
    };

    private static IEnumerable<string> AccountFaults(KontorSettings settings, string name, AccountSettings account)
    {
        var key = $"Contabo:Accounts:{name}";
        if (name.Length > LongestAccountName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            yield return $"{key}: an account's name is 1 to {LongestAccountName} letters, digits, '-' or '_'; rename it.";
        }

        if (!Currency.TryParse(account.Currency, out _))
        {
            yield return $"{key}:Currency is '{account.Currency}': it must be an ISO 4217 code, for example EUR.";
        }

        foreach (var fault in Faults(new ContaboOptionsValidator().Validate(key, account.ToOptions(settings.Purchasing.OrderTimeout)), key))
        {
            yield return fault;
        }

        foreach (var (setting, address) in new[] { ("ApiUrl", account.ApiUrl), ("TokenUrl", account.TokenUrl) })
        {
            if (WrongCloud(settings.Simulated, address) is { } wrong)
            {
                yield return $"{key}:{setting} is {address}, {wrong}";
            }
        }
    }

    private static string? WrongCloud(bool simulated, Uri address) => (simulated, address.IsLoopback) switch
    {
        (true, false) => "and Simulated is true: point it at the simulated cloud on loopback, for example http://127.0.0.1:5550, or set Simulated to false.",
        (false, true) => "which looks like the simulated cloud: set Simulated to true, or remove this key to use Contabo itself.",
        _ => null,
    };

    private static IEnumerable<string> Faults(ValidateOptionsResult result, string key) =>
        (result.Failures ?? []).Select(failure => OptionsSentence.Of(failure, key));

    internal static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
