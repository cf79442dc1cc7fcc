using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Inventory;

/// <summary>Keeps who had which address when.</summary>
public static class IpHistory
{
    /// <summary>Keeps the difference between what a machine had and what it has.</summary>
    public static async Task KeepAsync(UnitOfWork unit, InstanceRow? before, InstanceRow now)
    {
        await KeepAsync(unit, now.ResourceId, 4, Addresses.Split(before?.AddressesV4), Addresses.Split(now.AddressesV4));
        await KeepAsync(unit, now.ResourceId, 6, Addresses.Split(before?.AddressesV6), Addresses.Split(now.AddressesV6));
    }

    /// <summary>Ends all of a machine that is gone.</summary>
    public static Task EndAsync(UnitOfWork unit, ResourceId resource) => CloseAsync(unit, unit.Db.GetTable<IpAssignment>().Where(row => row.ResourceId == resource));

    private static async Task KeepAsync(UnitOfWork unit, ResourceId resource, int family, string[] before, string[] now)
    {
        foreach (var lost in before.Except(now))
        {
            await CloseAsync(unit, unit.Db.GetTable<IpAssignment>().Where(row => row.ResourceId == resource && row.Ip == lost));
        }

        foreach (var won in now.Except(before))
        {
            await OpenAsync(unit, new IpAssignment { ResourceId = resource, Ip = won, From = unit.Now, Family = family });
        }
    }

    /// <summary>What was lost and came back in the same instant was never away.</summary>
    private static async Task OpenAsync(UnitOfWork unit, IpAssignment assignment)
    {
        var reopened = await unit.Db.GetTable<IpAssignment>()
            .Where(row => row.ResourceId == assignment.ResourceId && row.Ip == assignment.Ip && row.To == unit.Now)
            .Set(row => row.To, (DateTimeOffset?)null)
            .UpdateAsync();
        if (reopened == 0)
        {
            await unit.Db.InsertAsync(assignment);
        }
    }

    /// <summary>What came and went in the same instant was never there.</summary>
    private static async Task CloseAsync(UnitOfWork unit, IQueryable<IpAssignment> open)
    {
        await open.Where(row => row.To == null && row.From == unit.Now).DeleteAsync();
        await open.Where(row => row.To == null).Set(row => row.To, unit.Now).UpdateAsync();
    }
}
