using Kontor.Contabo;
using Kontor.Contabo.Secrets;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>
/// Has the secrets of an operation stand at the provider. A row is there before the call; each look first asks whether one
/// of that name stands there already, and only then is one made, once. Whatever a lost answer left twice has the same name
/// and is deleted with it.
/// </summary>
public sealed class StoreSecrets(
    Database database,
    ProviderSecretStore rows,
    PendingSecrets pending,
    ContaboAccounts accounts,
    IIdSource ids,
    ICheckpoints checkpoints)
{
    /// <summary>Statuses that say something about the value itself, so that asking again is of no use.</summary>
    private static readonly int[] Final = [400, 402, 415, 422];

    /// <summary>Takes the next steps; all that stands there already is left as it is.</summary>
    public async Task<StoredSecrets> AdvanceAsync(WantedSecrets wanted, CancellationToken cancellationToken)
    {
        if (await rows.IdsAsync(wanted, cancellationToken) is { } known)
        {
            return new StoredSecrets(known, null);
        }

        if (accounts.Find(wanted.Account) is not { } account)
        {
            return new StoredSecrets(null, AccountProblems.Missing(wanted.Account));
        }

        var open = await database.WriteAsync("provider_secret.wanted", unit => OpenAsync(unit, wanted), cancellationToken);
        foreach (var (row, value) in open)
        {
            if (await StoreAsync(account, row, value, cancellationToken) is { } problem)
            {
                return new StoredSecrets(null, problem);
            }
        }

        var all = await rows.IdsAsync(wanted, cancellationToken);
        return new StoredSecrets(all, all is null ? ComputeProblems.SecretsLeaving() : null);
    }

    /// <summary>The rows that lack a number, with the values to store; values are opened only for them.</summary>
    private async Task<List<(ProviderSecret Row, SecretText Value)>> OpenAsync(UnitOfWork unit, WantedSecrets wanted)
    {
        var open = new List<(ProviderSecret, SecretText)>();
        var keys = wanted.Keys.ToDictionary(ProviderSecretName.WhatOf);
        foreach (var what in wanted.Whats)
        {
            if (await rows.WantAsync(unit, wanted, what) is { } row)
            {
                open.Add((row, keys.TryGetValue(what, out var key)
                    ? new SecretText(key.Line)
                    : await pending.OpenAsync(unit, wanted.Operation, PendingSecrets.Password)
                        ?? throw new InvalidOperationException($"Operation {wanted.Operation} carries no password.")));
            }
        }

        return open;
    }

    private async Task<Problem?> StoreAsync(ContaboAccount account, ProviderSecret row, SecretText value, CancellationToken cancellationToken)
    {
        try
        {
            var id = await FindAsync(account, row, cancellationToken) ?? await CreateAsync(account, row, value);
            await database.WriteAsync("provider_secret.stored", unit => ProviderSecretStore.KeepIdAsync(unit, row, id), CancellationToken.None);
            return null;
        }
        catch (ContaboApiException failure) when (failure is { Outcome: WriteOutcome.DefinitelyNotDone, Status: { } status } && Final.Contains(status))
        {
            return ComputeProblems.ProviderRefused("secret", string.Join("; ", failure.ProviderMessages));
        }
        catch (ContaboApiException failure)
        {
            // It may stand there now: the next look asks by its name before anything is sent again.
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    private static async Task<long?> FindAsync(ContaboAccount account, ProviderSecret row, CancellationToken cancellationToken)
    {
        long? found = null;
        await foreach (var secret in account.Client.Secrets.ListAsync(new SecretFilter { Name = row.Name }, cancellationToken))
        {
            // The provider matches a part of the name, or ignores the filter: only the whole name is ours.
            if (secret.Name == row.Name && (found is null || secret.SecretId < found))
            {
                found = secret.SecretId;
            }
        }

        return found;
    }

    private async Task<long> CreateAsync(ContaboAccount account, ProviderSecret row, SecretText value)
    {
        var request = new CreateSecretRequest
        {
            Name = row.Name,
            Value = value.Reveal(),
            Type = row.What == ProviderSecretName.Password ? SecretType.Password : SecretType.Ssh,
        };
        await checkpoints.ReachedAsync("provider_secret.call/not_sent");
        // Not cancellable: giving up waiting would only lose the answer.
        var made = await account.Client.Secrets.CreateAsync(request, new RequestId(ids.NewRequestId()), CancellationToken.None);
        await checkpoints.ReachedAsync("provider_secret.call/answered");
        return made.SecretId!.Value;
    }
}
