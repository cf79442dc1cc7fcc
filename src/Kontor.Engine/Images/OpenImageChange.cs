using System.Text.Json;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Images.Change;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using LinqToDB;

namespace Kontor.Engine.Images;

/// <summary>Opens a change to an image as an operation, with its wish and its audit row.</summary>
public sealed class OpenImageChange(OperationStore operations, IIdSource ids)
{
    /// <summary>A new id for the operation, before what belongs to it is sealed.</summary>
    internal OperationId NewId() => new(ids.NewId());

    /// <summary>Opens it.</summary>
    internal async Task<Operation> OpenAsync(UnitOfWork unit, ImageChange change, CustomImage image, ImageWish wish, Actor actor)
    {
        var operation = new Operation
        {
            Id = wish.OperationId,
            Type = change.Type,
            Key = $"{image.Id}/{change.Name}/{wish.OperationId}",
            State = ImageChangeStates.Table.NameOf(ImageChangeState.Accepted),
            Status = OperationStore.StatusName(OperationStatus.Pending),
            Source = image.Source,
            SubjectId = image.SubjectId,
            Generation = 1,
            Account = image.Account,
            Actor = JsonSerializer.Serialize(actor, StorageJson.Options),
            DueAt = unit.Now,
            DeadlineAt = unit.Now + change.Patience,
            CreatedAt = unit.Now,
            UpdatedAt = unit.Now,
        };
        await unit.Db.InsertAsync(wish);
        await operations.InsertAsync(unit, operation, $"Accepted: {change.Name} image {wish.Name}.");
        await AuditTrail.AppendAsync(unit, actor, "image.accepted", operation.Id.Value, new
        {
            Image = image.Id.Value, Action = change.Name, wish.Name, wish.Description, image.Url,
        });
        return operation;
    }
}
