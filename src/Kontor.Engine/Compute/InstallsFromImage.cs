using System.Text.Json;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Reinstall;
using Kontor.Engine.Compute.Wipe;
using Kontor.Engine.Images;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Compute;

/// <summary>Tells which orders, new installations and wipes are about to install a machine from an image.</summary>
public sealed class InstallsFromImage : IImageUse
{
    private static readonly string[] Installations = [$"instance.{ReinstallChange.ChangeName}", $"instance.{WipeChange.Word}"];

    private static readonly string[] Open =
    [
        OperationStore.StatusName(OperationStatus.Pending),
        OperationStore.StatusName(OperationStatus.Running),
        OperationStore.StatusName(OperationStatus.NeedsAttention),
    ];

    public Task<Problem?> RefusalAsync(UnitOfWork unit, Resource machine) => ChangeRules.RefusalAsync(unit, machine);

    public async Task<Operation?> UnderWayAsync(DataConnection db, AccountId account, string image) =>
        await SaleStore.OrderingAsync(db, account, image, Open) ?? await InstallingAsync(db, account, image);

    private static async Task<Operation?> InstallingAsync(DataConnection db, AccountId account, string image)
    {
        var under = await (from operation in db.GetTable<Operation>()
                           join wish in db.GetTable<ChangeWish>() on operation.Id equals wish.OperationId
                           where operation.Account == account && Installations.Contains(operation.Type) && Open.Contains(operation.Status)
                           select new { operation, wish.Input }).ToListAsync();
        return under.Find(one => string.Equals(ImageIn(one.Input), image, StringComparison.OrdinalIgnoreCase))?.operation;
    }

    private static string? ImageIn(string input) => JsonSerializer.Deserialize<Installation>(input, StorageJson.Options)?.Image;

    /// <summary>What wishes for an installation have in common.</summary>
    private sealed record Installation(string? Image);
}
