using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Compute.Hostname;

/// <summary>The host name a machine is to have.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Hostname">The name, as RFC 1123 has it; null for none.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record SetHostname(ResourceId Instance, string? Hostname, string? Source);

/// <summary>
/// Keeps the host name of a machine. Contabo has no call for it: the next installation gets it by its user-data, and the
/// running system keeps its own until somebody sets it there.
/// </summary>
public sealed class SetHostnameHandler(Database database)
{
    /// <summary>What is said with each change, so that nobody takes it for done.</summary>
    public const string Note =
        "Kept for the next installation. Contabo cannot change it in a running system: set it there, or install the machine anew.";

    /// <summary>Keeps it, or says why not.</summary>
    /// <returns>The name as it is kept.</returns>
    public async Task<Result<string?>> HandleAsync(SetHostname request, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.Hostname) is { } refused)
        {
            return refused;
        }

        if (request.Hostname is { } text && !HostName.TryParse(text, out _))
        {
            return ComputeProblems.Field(
                "hostname", "hostname is labels of letters, digits and '-', up to 63 each and 253 in all, a dot between each two, the last not a number.");
        }

        return await database.WriteAsync("instance.hostname", unit => SetAsync(unit, request, actor), cancellationToken);
    }

    private static async Task<Result<string?>> SetAsync(UnitOfWork unit, SetHostname request, Actor actor)
    {
        if (await ResourceStore.FindAsync(unit, request.Instance) is not { Source: { } source } resource
            || (request.Source is not null && source != request.Source)
            || !await Sight.SeesAsync(unit.Db, actor, source, resource.SubjectId))
        {
            return ComputeProblems.InstanceNotFound();
        }

        if ((resource.State == Resource.Gone ? ComputeProblems.InstanceGone() : await ChangeRules.TerminatingAsync(unit, resource)) is { } refused)
        {
            return refused;
        }

        var name = request.Hostname is { } text ? HostName.Parse(text).Value : null;
        if (name != resource.Hostname)
        {
            await ResourceStore.SetHostnameAsync(unit, resource.Id, name);
            // Without the name: people call machines after people, and audit rows are never erased.
            await AuditTrail.AppendAsync(unit, actor, "instance.hostname_set", resource.Id.Value, new { Cleared = name is null });
        }

        return name;
    }
}
