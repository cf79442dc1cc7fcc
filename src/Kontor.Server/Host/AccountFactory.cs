using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Host;

/// <summary>Makes the accounts of the settings, each with its client.</summary>
internal static class AccountFactory
{
    /// <summary>The name under which the innermost handler is registered, so that a simulated cloud can take its place.</summary>
    public const string PrimaryHandler = "contabo";

    private const double JitterSteps = 1L << 53;

    public static ContaboAccounts Create(IServiceProvider services, KontorSettings settings) => new(
        [.. settings.Contabo.Accounts.Select(account => Create(services, settings, account.Key, account.Value))]);

    private static ContaboAccount Create(IServiceProvider services, KontorSettings settings, string name, AccountSettings account)
    {
        var ids = services.GetRequiredService<IIdSource>();
        var client = ContaboClientFactory.Create(
            account.ToOptions(settings.Purchasing.OrderTimeout),
            services.GetRequiredKeyedService<HttpMessageHandler>(PrimaryHandler),
            services.GetRequiredService<TimeProvider>(),
            () => Jitter(ids),
            ids.NewRequestId,
            services.GetRequiredService<ILoggerFactory>().CreateLogger($"Kontor.Contabo.{name}"));
        return new ContaboAccount(new AccountId(name), Currency.Parse(account.Currency), client);
    }

    private static double Jitter(IIdSource ids)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        ids.Fill(bytes);
        return (BitConverter.ToUInt64(bytes) >> 11) / JitterSteps;
    }
}
