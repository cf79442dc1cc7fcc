using Kontor.Engine.Common;
using Kontor.Engine.Images.Change;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;
using LinqToDB.Data;

namespace Kontor.Engine.Images;

/// <summary>Accepts the wish that Contabo fetch an image for a client, or says why not.</summary>
public sealed class UploadImageHandler(
    Database database, OpenImageChange open, UploadChange change, SecretBox box, ImageSpace space, IImageUse use, IIdSource ids)
{
    /// <summary>Accepts the wish.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<AcceptedImage>> HandleAsync(UploadImage request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if ((Rights.RefusalOf(actor, Right.Images) ?? ImageFields.Check(request)) is { } refused)
        {
            return refused;
        }

        var call = new Call(request, idempotencyKey, actor);
        var account = await database.ReadAsync(db => AccountAsync(db, call), cancellationToken);
        // Asked before anything is accepted: what cannot fit is refused at once. What was accepted before is not judged anew.
        var room = account is { } known ? ImageSpace.Refusal(await space.AskAsync(known, cancellationToken), request.SizeMib) : null;
        return room is not null ? room : await database.WriteAsync("image.accept", unit => AcceptAsync(unit, call), cancellationToken);
    }

    /// <summary>The account whose room is to be looked at; null when the transaction will refuse or recognise the wish anyway.</summary>
    private static async Task<AccountId?> AccountAsync(DataConnection db, Call call)
    {
        var subject = await SubjectOfAsync(db, call);
        return subject is null || await IdempotencyKeys.FindAsync(db, subject.Source, call.IdempotencyKey) is not null
            ? null
            : (await MachineAsync(db, subject))?.Account;
    }

    private static async Task<Subject?> SubjectOfAsync(DataConnection db, Call call) =>
        await SubjectStore.FindAsync(db, call.Request.Subject) is { } subject
        && (call.Request.Source is null || call.Request.Source == subject.Source)
        && Sight.Sees(call.Actor, subject)
            ? subject
            : null;

    private static Task<Resource?> MachineAsync(DataConnection db, Subject subject) => ResourceStore.ServingAsync(db, subject.Id, subject.Generation);

    private async Task<Result<AcceptedImage>> AcceptAsync(UnitOfWork unit, Call call)
    {
        if (await SubjectOfAsync(unit.Db, call) is not { } subject)
        {
            return PurchasingProblems.SubjectNotFound();
        }

        var hash = IdempotencyKeys.HashOf(new { call.Request.Subject.Value, Wish = await DigestAsync(unit, subject, call.Request) });
        if (await SameRequest.FindAsync(unit, subject.Source, call.IdempotencyKey, hash) is { } same)
        {
            return same.Problem is { } reused ? reused : await RepeatAsync(unit, same.Value);
        }

        if (await MachineAsync(unit.Db, subject) is not { } machine)
        {
            return ImageProblems.NoMachine();
        }

        if ((await use.RefusalAsync(unit, machine) ?? await space.RefusalAsync(unit.Db, subject.Source, subject.Client, call.Request.SizeMib)) is { } refused)
        {
            return refused;
        }

        var accepted = await OpenAsync(unit, call, subject, machine);
        await IdempotencyKeys.RememberAsync(unit, subject.Source, call.IdempotencyKey, hash, accepted.Operation.Id);
        return accepted;
    }

    /// <summary>What stands for the wish where it is told from another: its link may hold a secret.</summary>
    private async Task<string> DigestAsync(UnitOfWork unit, Subject subject, UploadImage request) => Convert.ToHexStringLower(await box.DeriveAsync(
        unit,
        subject.Source,
        "kontor image",
        request.Name,
        request.Url,
        request.OsType.ToString(),
        request.Version,
        request.Description ?? "",
        $"{request.SizeMib}"));

    private async Task<AcceptedImage> OpenAsync(UnitOfWork unit, Call call, Subject subject, Resource machine)
    {
        var image = NewImage(call.Request, subject, machine, unit.Now);
        var operation = open.NewId();
        await ImageStore.InsertAsync(unit, image);
        var wish = new ImageWish
        {
            OperationId = operation,
            ImageId = image.Id,
            Kind = change.Name,
            Name = image.Name,
            Description = image.Description,
            SealedUrl = await box.SealAsync(unit, UploadChange.PlaceOf(image.Source, operation), new SecretText(call.Request.Url)),
        };
        return new AcceptedImage(image, await open.OpenAsync(unit, change, image, wish, call.Actor));
    }

    private CustomImage NewImage(UploadImage request, Subject subject, Resource machine, DateTimeOffset now) => new()
    {
        Id = new ImageId(ids.NewId()),
        Account = machine.Account,
        Source = subject.Source,
        Client = subject.Client,
        SubjectId = subject.Id,
        Marker = Marker.New(ids).Value,
        Name = request.Name,
        Description = request.Description ?? "",
        Url = ImageFields.ShownUrl(request.Url),
        OsType = request.OsType,
        Version = request.Version,
        AnnouncedMib = request.SizeMib,
        State = ImageState.Registering,
        CreatedAt = now,
    };

    private static async Task<AcceptedImage> RepeatAsync(UnitOfWork unit, Operation accepted) =>
        new((await ImageScene.ReadAsync(unit.Db, accepted)).Image, accepted);

    private sealed record Call(UploadImage Request, string IdempotencyKey, Actor Actor);
}
