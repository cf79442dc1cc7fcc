using System.Text;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Operations;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>The wish that a machine be installed anew.</summary>
/// <param name="Instance">The machine.</param>
/// <param name="Image">The image's id.</param>
/// <param name="Source">The source whose machines the caller may touch; null for all.</param>
public sealed record ReinstallInstance(ResourceId Instance, string Image, string? Source)
{
    /// <summary>Gets who is set up; null for whom the image's system has by custom.</summary>
    public string? DefaultUser { get; init; }

    /// <summary>Gets the public keys that are to open it; null for none.</summary>
    public IReadOnlyList<string>? SshKeys { get; init; }

    /// <summary>Gets whether Kontor makes a password.</summary>
    public bool MakesPassword { get; init; } = true;

    /// <summary>Gets what cloud-init is to run; null for nothing.</summary>
    public SecretText? UserData { get; init; }

    /// <summary>Gets the machine's id once more, as whoever wishes must say it.</summary>
    public required string Confirm { get; init; }

    /// <summary>Gets whether all that is on the machine may be lost.</summary>
    public required bool Loses { get; init; }
}

/// <summary>Accepts the wish that a machine be installed anew.</summary>
public sealed class ReinstallHandler(ChangeInstanceHandler handler)
{
    /// <summary>How long user-data may be, in bytes.</summary>
    public const int LongestUserData = 32 * 1024;

    private const int LongestImage = 64;
    private static readonly string[] DefaultUsers = ["admin", "root", "administrator"];

    /// <inheritdoc cref="ChangeInstanceHandler.HandleAsync"/>
    public async Task<Result<Operation>> HandleAsync(ReinstallInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Check(request) is { } problem)
        {
            return problem;
        }

        var login = new LoginWish(request.SshKeys, request.MakesPassword ? PasswordWish.Generated : PasswordWish.None);
        return await handler.HandleAsync(
            new ChangeInstance(request.Instance, ReinstallChange.ChangeName, request.Source)
            {
                Input = new ReinstallWish(request.Image, request.DefaultUser, login, request.UserData is not null),
                Audited = new { request.Image, request.DefaultUser, Login = login.Audited(), UserData = request.UserData is not null },
                Secrets = PendingSecrets.Of(PendingSecrets.UserData, request.UserData),
            },
            idempotencyKey,
            actor,
            cancellationToken);
    }

    private static Problem? Check(ReinstallInstance request)
    {
        var keys = SshKey.ParseAll(request.SshKeys, "sshKeys");
        return keys.Problem
            ?? (request.Image.Length is 0 or > LongestImage ? ComputeProblems.Field("image", "image is the id of an image in the catalogue.") : null)
            ?? (request.DefaultUser is null || DefaultUsers.Contains(request.DefaultUser)
                ? null
                : ComputeProblems.Field("defaultUser", $"defaultUser '{PlainText.Shown(request.DefaultUser)}' is not one of {string.Join(", ", DefaultUsers)}."))
            ?? CheckUserData(request.UserData)
            ?? (request is { MakesPassword: false, UserData: null } && keys.Value.Count == 0 ? ComputeProblems.NoWayIn() : null)
            ?? (request.Loses && request.Confirm == request.Instance.Value ? null : ComputeProblems.NotConfirmed(request.Instance));
    }

    private static Problem? CheckUserData(SecretText? userData) => userData?.Reveal() switch
    {
        null => null,
        { } text when Encoding.UTF8.GetByteCount(text) > LongestUserData => ComputeProblems.Field(
            "userData", $"userData has {Encoding.UTF8.GetByteCount(text)} bytes; {LongestUserData} are accepted."),
        { } text when text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) => ComputeProblems.Field(
            "userData", "userData is plain text: it has control characters other than line breaks and tabs."),
        _ => null,
    };
}
