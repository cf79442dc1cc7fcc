using Kontor.Engine.Common;

namespace Kontor.Engine.Images;

/// <summary>What can be wrong with custom images.</summary>
internal static class ImageProblems
{
    public static Problem NotFound() => new(ProblemKind.NotFound, "images.not_found", "There is no such custom image.");

    public static Problem Field(string field, string detail) => new(ProblemKind.Invalid, "images.invalid_field", detail, field);

    public static Problem Windows() => new(
        ProblemKind.Refused,
        "images.not_windows",
        "Contabo forbids custom images of Windows on its machines: choose one of its own Windows images when you order or reinstall.",
        "osType");

    public static Problem NoMachine() => new(
        ProblemKind.Conflict,
        "images.no_machine",
        "No machine serves this subject now, and an image is fetched for the account of a machine: upload it through a subject that has one.",
        "subjectId");

    public static Problem TooMany(int most) => new(
        ProblemKind.Refused, "images.too_many", $"A client has at most {most} custom image(s): delete one first. Nothing was sent.");

    public static Problem OverShare(long taken, long announced, long most) => new(
        ProblemKind.Refused,
        "images.over_share",
        $"This client's custom images take {taken} MiB of the {most} MiB it may have{(announced > 0 ? $", and this one has {announced} MiB" : "")}: delete one first. Nothing was sent.");

    public static Problem NoRoom(AccountSpace space, long announced) => new(
        ProblemKind.Refused,
        "images.no_room",
        space.TotalMib == 0
            ? "Contabo gives this account no room for custom images: it comes with the add-on for custom images of a machine. Nothing was sent."
            : $"Contabo has {space.FreeMib} of {space.TotalMib} MiB left for this account's custom images{(announced > 0 ? $", and this one has {announced} MiB" : "")}: delete one, or buy the add-on for custom images. Nothing was sent.");

    public static Problem Busy(OperationId operation, string type) => new(
        ProblemKind.Conflict, "images.busy", $"Operation {operation} ({type}) is under way on this image: wait until it is over, then ask again.");

    public static Problem InUse(OperationId operation, string type) => new(
        ProblemKind.Conflict,
        "images.in_use",
        $"Operation {operation} ({type}) is about to install a machine from this image: wait until it is over, then delete it.");

    public static Problem NotThere() => new(
        ProblemKind.Conflict, "images.not_there", "This image does not stand at Contabo, so it cannot be called or described otherwise: delete it, and upload it again.");

    public static Problem NotReady(string name) => new(
        ProblemKind.Conflict,
        "images.not_ready",
        $"The custom image '{name}' has not arrived at Contabo, or did not get there: look at its state, and choose it when it is ready.",
        "image");

    public static Problem OtherAccount(string name, AccountId account) => new(
        ProblemKind.Refused,
        "images.other_account",
        $"The custom image '{name}' stands on account '{account}', and only machines there can be installed from it: upload it for this account too.",
        "image");

    public static Problem ProviderRefused(string change, string texts) => new(
        ProblemKind.Refused, "images.provider_refused", $"Contabo refused the {change} of the image, nothing was done: {texts}");

    public static Problem DownloadFailed(string? providerText) => new(
        ProblemKind.Unavailable,
        "images.download_failed",
        $"Contabo could not fetch the image{(providerText is { Length: > 0 } ? $" (it says: {providerText})" : "")}: check the link, delete this image, and upload it again.");

    public static Problem NotInTime(string change) => new(
        ProblemKind.Unavailable,
        "images.not_in_time",
        $"The {change} of the image did not come to an end in time; the image is still watched: look at its state.");

    public static Problem UploadUnknown() => new(
        ProblemKind.Unavailable,
        "images.upload_unknown",
        "The answer to the upload was lost, and neither Contabo's list nor its audit shows the image: it is still looked for. Look at its state, and upload it again if it stays unknown.");

    public static Problem Vanished() => new(
        ProblemKind.Unavailable, "images.vanished", "The image is no longer at Contabo, and not by Kontor's doing: upload it again if it is needed.");

    public static Problem Standard() => new(
        ProblemKind.Conflict, "images.not_custom", "Contabo says that this is one of its own images: nothing was done.");
}
