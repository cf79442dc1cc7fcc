using Kontor.Engine.Accounts;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>Finds machines of which more was given out than there is. No way leads there, so it is looked for now and then only.</summary>
public sealed class TwoSubjects(Database database, SaleStore sales, ResourceStore resources, FindingStore findings, TimeProvider clock)
{
    private readonly Pace _pace = new(TimeSpan.FromHours(1));

    /// <summary>Looks, if it is time; the first sweep of a process does.</summary>
    public async Task LookAsync(ContaboAccount account, CancellationToken cancellationToken)
    {
        if (!_pace.IsDue(account.Id, clock.GetUtcNow()))
        {
            return;
        }

        var doubled = (await resources.FindAllAsync(await sales.OverallocatedAsync(cancellationToken), cancellationToken))
            .FindAll(resource => resource.Account == account.Id);
        var known = await findings.UnresolvedAsync(FindingKind.TwoSubjects, account.Id, cancellationToken);
        var over = known.FindAll(finding => !doubled.Exists(resource => resource.ProviderId == finding.Machine));
        if (doubled.Count > 0 || over.Count > 0)
        {
            await database.WriteAsync("inventory.two_subjects", unit => findings.KeepAsync(unit, over, doubled.Select(FindingOf)), cancellationToken);
        }
    }

    private static NewFinding FindingOf(Resource resource) => NewFinding.OfMachine(
        FindingKind.TwoSubjects,
        resource,
        $"Machine {resource.ProviderId} serves more than one subject: find out whose it is before either changes it, and order a machine for the other.");
}
