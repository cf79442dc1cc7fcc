using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Compute.History;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Inventory;
using Microsoft.Extensions.Logging;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>
/// Compares the provider's full list with our rows, page by page. It keeps the mirror, wakes operations and raises findings;
/// it never buys and never cancels, and an incomplete list proves nothing.
/// </summary>
public sealed class SweepInstances(
    ComparePage comparePage,
    MissingInstances missing,
    ReadAudits audits,
    ProviderSuspensions providerSuspensions,
    TwoSubjects twoSubjects,
    KeepStopped keepStopped,
    ResourceStore resources,
    TimeProvider clock,
    ILogger<SweepInstances> log)
{
    /// <summary>Acts without a trace in the list are looked for so often; what the list shows and Kontor did not do is looked up at once.</summary>
    private readonly Pace _audits = new(TimeSpan.FromMinutes(1));
    private readonly Pace _suspensions = new(TimeSpan.FromMinutes(5));

    /// <summary>Sweeps one account once.</summary>
    /// <returns>Whether the list was complete.</returns>
    public async Task<bool> RunAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var check = new PageCheck();
        var run = await BeginAsync(account, cancellationToken);
        try
        {
            await foreach (var page in account.Client.Instances.ListPagesAsync(filter: null, cancellationToken))
            {
                check.Add(page, instance => instance.InstanceId);
                await comparePage.TakeAsync(run, page.Items, cancellationToken);
            }
        }
        catch (ContaboApiException failure)
        {
            log.SweepFailed(account.Id.Value, failure.Message);
            return false;
        }

        if (check.Complete)
        {
            run.ChangedOutside |= await missing.NoteAsync(account.Id, check, startedAt, cancellationToken);
        }

        if (_audits.IsDue(account.Id, startedAt) || run.ChangedOutside)
        {
            await audits.RunAsync(account, cancellationToken);
        }

        if (check.Complete && _suspensions.IsDue(account.Id, startedAt))
        {
            await CompareSuspensionsAsync(account, check, cancellationToken);
        }

        await twoSubjects.LookAsync(account, cancellationToken);
        return check.Complete;
    }

    private async Task CompareSuspensionsAsync(ContaboAccount account, PageCheck check, CancellationToken cancellationToken)
    {
        try
        {
            await providerSuspensions.CompareAsync(account, check, cancellationToken);
        }
        catch (ContaboApiException failure)
        {
            log.SweepFailed(account.Id.Value, failure.Message);
        }
    }

    private async Task<SweepRun> BeginAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        var keptOff = await keepStopped.ReadAsync(cancellationToken);
        var numbers = keptOff.Subjects.Count == 0 ? [] : await resources.ServingAsync(account.Id, keptOff.Subjects, cancellationToken);
        return new SweepRun(account, keptOff, numbers);
    }
}
