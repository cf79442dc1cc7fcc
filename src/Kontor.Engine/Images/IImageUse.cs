using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB.Data;

namespace Kontor.Engine.Images;

/// <summary>What the rooms above, which install machines, say about images.</summary>
public interface IImageUse
{
    /// <summary>Why nothing more is uploaded through a machine: what it serves is suspended or ends; null when nothing is in the way.</summary>
    Task<Problem?> RefusalAsync(UnitOfWork unit, Resource machine);

    /// <summary>An operation that is about to install a machine from an image; null when there is none.</summary>
    Task<Operation?> UnderWayAsync(DataConnection db, AccountId account, string image);
}
