using System.Globalization;
using Kontor.Engine.Inventory;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.History;

/// <summary>Findings about what was done to a machine of ours past Kontor and cannot be undone. Nothing is done because of them.</summary>
public sealed class OutsideFindings(FindingStore findings)
{
    /// <summary>A machine was installed anew, and not by Kontor.</summary>
    internal Task ReinstalledAsync(UnitOfWork unit, Resource resource, AuditAct? act) => findings.RaiseAsync(unit, NewFinding.OfMachine(FindingKind.ChangedOutside, resource, TextOf(resource, act)) with
    {
        // Each time is news, even to who ignored the last one.
        Cause = $"{TimelineKind.Reinstalled} {act?.At ?? unit.Now:O}",
    });

    /// <summary>By whom it was is known now; the finding is the same.</summary>
    internal static Task AttributeAsync(UnitOfWork unit, Resource resource, AuditAct act) => act.Kind == TimelineKind.Reinstalled
        ? FindingStore.RewordAsync(unit, FindingKind.ChangedOutside, Finding.AboutMachine(resource), TextOf(resource, act))
        : Task.CompletedTask;

    /// <summary>Kontor itself installed it anew: what was found before does not matter any more.</summary>
    internal static Task InstalledByKontorAsync(UnitOfWork unit, Resource resource) =>
        FindingStore.ResolveAsync(unit, FindingKind.ChangedOutside, Finding.AboutMachine(resource));

    private static string TextOf(Resource resource, AuditAct? act)
    {
        var by = act is null
            ? "by whom is not known yet"
            : string.Create(CultureInfo.InvariantCulture, $"by {act.Who ?? "a user without a name"} at {act.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        return $"Machine {resource.ProviderId} was installed anew outside Kontor, {by}: what was on it is lost and its login is another. Tell its customer, then ignore this finding.";
    }
}
