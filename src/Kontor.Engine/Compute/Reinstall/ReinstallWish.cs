using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>A new installation as it was accepted.</summary>
/// <param name="Image">The image's id.</param>
/// <param name="DefaultUser">Who is set up; null for whom the image's system has by custom.</param>
/// <param name="Login">How that user gets in.</param>
/// <param name="UserData">Whether cloud-init is given user-data, which is sealed beside.</param>
public sealed record ReinstallWish(string Image, string? DefaultUser, LoginWish Login, bool UserData)
{
    private static readonly string[] WindowsUsers = ["administrator", "admin"];
    private static readonly string[] LinuxUsers = ["admin", "root"];

    /// <summary>Who is set up on a system.</summary>
    internal string UserOn(OsType system) => DefaultUser ?? UsersOf(system)[0];

    /// <summary>What does not go with the image's system.</summary>
    internal Problem? Misfit(InstallableImage image)
    {
        if (DefaultUser is not null && !UsersOf(image.OsType).Contains(DefaultUser))
        {
            return ComputeProblems.Field(
                "defaultUser", $"defaultUser '{PlainText.Shown(DefaultUser)}' is not set up on {image.Name}: choose one of {string.Join(", ", UsersOf(image.OsType))}.");
        }

        return image.OsType == OsType.Windows && Login.SshKeys is { Count: > 0 }
            ? ComputeProblems.Field("sshKeys", $"{image.Name} takes no sshKeys, Contabo puts them on Linux only: let Kontor make a password.")
            : null;
    }

    private static string[] UsersOf(OsType system) => system == OsType.Windows ? WindowsUsers : LinuxUsers;
}

/// <summary>What was learned before the new installation was sent, and of it afterwards.</summary>
/// <param name="ImageBefore">What was installed before.</param>
/// <param name="User">Who is set up.</param>
/// <param name="Begun">Whether it was seen under way.</param>
internal sealed record ReinstallFacts(string? ImageBefore, string User, bool Begun);
