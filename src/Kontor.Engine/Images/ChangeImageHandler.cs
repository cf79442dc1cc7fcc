using Kontor.Engine.Common;
using Kontor.Engine.Images.Change;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Images;

/// <summary>Accepts the wish that an image be called otherwise or deleted, or says why not; one wish at a time for each image.</summary>
public sealed class ChangeImageHandler(Database database, OpenImageChange open, DescribeChange describe, DeleteChange delete, IImageUse use)
{
    /// <summary>Accepts a new name or description.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> HandleAsync(DescribeImage request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        var refused = Rights.RefusalOf(actor, Right.Images)
            ?? (request is { Name: null, Description: null } ? ImageProblems.Field("name", "Nothing is to be changed: give name, description or both.") : null)
            ?? (request.Name is { } name ? ImageFields.CheckName(name) : null)
            ?? ImageFields.CheckDescription(request.Description);
        var call = new Call(request.Image, request.Source, describe, idempotencyKey, actor, request.Name, request.Description);
        return refused is not null ? refused : await database.WriteAsync("image.accept", unit => AcceptAsync(unit, call), cancellationToken);
    }

    /// <summary>Accepts a deletion; one that was deleted, or is being deleted, is answered with the operation that did or does it.</summary>
    /// <inheritdoc cref="HandleAsync(DescribeImage, string, Actor, CancellationToken)"/>
    public async Task<Result<Operation>> HandleAsync(DeleteImage request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        var call = new Call(request.Image, request.Source, delete, idempotencyKey, actor, null, null);
        return Rights.RefusalOf(actor, Right.Images) is { } refused
            ? refused
            : await database.WriteAsync("image.accept", unit => AcceptAsync(unit, call), cancellationToken);
    }

    private async Task<Result<Operation>> AcceptAsync(UnitOfWork unit, Call call)
    {
        var image = await ImageStore.FindAsync(unit.Db, call.Image);
        if (image is null || (call.Source is not null && call.Source != image.Source) || !image.IsSeenBy(call.Actor))
        {
            return ImageProblems.NotFound();
        }

        var hash = IdempotencyKeys.HashOf(new { call.Image.Value, Action = call.Change.Name, call.Name, call.Description });
        if (await SameRequest.FindAsync(unit, image.Source, call.IdempotencyKey, hash) is { } repeated)
        {
            return repeated;
        }

        var underWay = await ImageWishes.UnderWayAsync(unit.Db, image.Id);
        if (call.Change == delete && await DeletingAsync(unit, image, underWay) is { } same)
        {
            return same;
        }

        if (underWay is not null)
        {
            return ImageProblems.Busy(underWay.Id, underWay.Type);
        }

        if (await RefusalAsync(unit, call.Change, image) is { } refused)
        {
            return refused;
        }

        var operation = await open.OpenAsync(unit, call.Change, image, NewWish(call, image), call.Actor);
        await IdempotencyKeys.RememberAsync(unit, image.Source, call.IdempotencyKey, hash, operation.Id);
        return operation;
    }

    private async Task<Operation?> DeletingAsync(UnitOfWork unit, CustomImage image, Operation? underWay) =>
        underWay?.Type == delete.Type ? underWay
        : image.State == ImageState.Deleted ? await ImageWishes.NewestAsync(unit.Db, image.Id, delete.Name)
        : null;

    private async Task<Problem?> RefusalAsync(UnitOfWork unit, ImageChange change, CustomImage image)
    {
        if (change == delete)
        {
            return image.ProviderId is { } id && await use.UnderWayAsync(unit.Db, image.Account, id) is { } user ? ImageProblems.InUse(user.Id, user.Type) : null;
        }

        return image.ProviderId is null || image.State is ImageState.Vanished or ImageState.Deleted ? ImageProblems.NotThere() : null;
    }

    private ImageWish NewWish(Call call, CustomImage image) => new()
    {
        OperationId = open.NewId(),
        ImageId = image.Id,
        Kind = call.Change.Name,
        Name = call.Name ?? image.Name,
        Description = call.Description ?? image.Description,
    };

    private sealed record Call(ImageId Image, string? Source, ImageChange Change, string IdempotencyKey, Actor Actor, string? Name, string? Description);
}
