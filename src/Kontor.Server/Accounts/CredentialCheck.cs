using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Server.Host;

namespace Kontor.Server.Accounts;

/// <summary>Tries each account's credentials once at the start, so that a wrong password is told now and not with the first order.</summary>
internal sealed class CredentialCheck(ContaboAccounts accounts, ILogger<CredentialCheck> log, IHostApplicationLifetime lifetime) : Worker(lifetime)
{
    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        foreach (var account in accounts.All)
        {
            await TryAsync(account, cancellationToken);
        }
    }

    private async Task TryAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        try
        {
            // The cheapest read there is: one page of a list that hardly ever changes.
            await foreach (var _ in account.Client.DataCenters.ListAsync(filter: null, cancellationToken))
            {
                break;
            }

            log.AccountWorks(account.Id.Value);
        }
        catch (ContaboApiException failure) when (failure.Reason == ContaboErrorReason.CredentialsRefused)
        {
            log.CredentialsRefused(account.Id.Value);
        }
        catch (ContaboApiException failure)
        {
            log.AccountUnreachable(account.Id.Value, failure.Message);
        }
    }
}
