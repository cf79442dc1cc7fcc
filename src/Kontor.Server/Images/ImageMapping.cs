using Kontor.Api.Images;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Images;
using ImageState = Kontor.Api.Images.ImageState;

namespace Kontor.Server.Images;

/// <summary>Custom images on the wire.</summary>
internal static class ImageMapping
{
    public static UploadImage ToEngine(this UploadImageRequest sent, string? source) => new(
        new SubjectId(sent.SubjectId), sent.Name, sent.Url, Enum.Parse<OsType>(sent.OsType.ToString()), sent.Version, source)
    {
        Description = sent.Description,
        SizeMib = sent.SizeMib,
    };

    public static ImageResponse ToResponse(this ShownImage shown) => new()
    {
        Id = shown.Image.Id.Value,
        Image = shown.Image.ProviderId,
        Name = shown.Image.Name,
        Description = shown.Image.Description,
        Url = shown.Image.Url,
        OsType = Enum.Parse<ImageOsType>(shown.Image.OsType.ToString()),
        Version = shown.Image.Version,
        State = Enum.Parse<ImageState>(shown.Image.State.ToString()),
        ProviderStatus = shown.Image.ProviderStatus,
        ErrorMessage = shown.Image.ErrorMessage,
        Format = shown.Image.Format,
        SizeMib = shown.Image.SizeMib,
        UploadedMib = shown.Image.UploadedMib,
        UsedBy = [.. shown.UsedBy.Select(machine => machine.Value)],
        Account = shown.Image.Account.Value,
        SubjectId = shown.Image.SubjectId.Value,
        OperationId = shown.Operation?.Id.Value,
        CreatedAt = shown.Image.CreatedAt,
        SeenAt = shown.Image.SeenAt,
    };

    public static ImageSpaceResponse ToResponse(this ShownSpace space) => new()
    {
        SubjectId = space.Subject.Value,
        Account = space.Account.Value,
        Images = space.Share.Count,
        MostImages = space.MostImages,
        UsedMib = space.Share.Mib,
        MostMib = space.MostMib,
        AccountMib = space.AccountSpace?.TotalMib,
        AccountFreeMib = space.AccountSpace?.FreeMib,
    };
}
