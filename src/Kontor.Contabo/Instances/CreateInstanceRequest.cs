using System.Text;
using System.Text.Json;
using Kontor.Contabo.Calls;

namespace Kontor.Contabo.Instances;

/// <summary>
/// An order. Contabo asks for the period only and fills in the rest with its own defaults; here nothing that decides what
/// is bought can be left out.
/// </summary>
/// <remarks>Source: createInstance.</remarks>
public sealed record CreateInstanceRequest
{
    /// <summary>Gets the product, such as <c>V153</c>.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the slug of the region, such as <c>EU</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Gets the UUID of the image.</summary>
    public required string ImageId { get; init; }

    /// <summary>Gets the term in months; which ones a product is sold for is in the catalogue.</summary>
    public required int Period { get; init; }

    /// <summary>Gets the display name: 1 to 255 letters, digits, blanks and dashes (observed 2026-08-09).</summary>
    public required string DisplayName { get; init; }

    /// <summary>Gets the account to set up; left out, Contabo makes one named <c>ubuntu</c> (observed 2026-08-09).</summary>
    public required DefaultUser DefaultUser { get; init; }

    /// <summary>Gets the ids of the secrets with the SSH keys.</summary>
    public IReadOnlyList<long>? SshKeys { get; init; }

    /// <summary>Gets the id of the secret with the password of the account.</summary>
    public long? RootPassword { get; init; }

    /// <summary>Gets the user-data for cloud-init, in plain text. It may hold secrets, so it is not printed.</summary>
    public string? UserData { get; init; }

    /// <summary>Gets the licence, such as <c>cPanel5</c>.</summary>
    public string? License { get; init; }

    /// <summary>Gets the add-ons.</summary>
    public CreateInstanceAddOns? AddOns { get; init; }

    /// <summary>Gets the application to install.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Makes the bytes to store and send.</summary>
    /// <exception cref="ArgumentException">A member that decides what is bought is empty.</exception>
    public byte[] ToJsonBytes()
    {
        ThrowIfIncomplete();
        return JsonSerializer.SerializeToUtf8Bytes(this, RequestJsonContext.Default.CreateInstanceRequest);
    }

    /// <summary>Reads an order back from its bytes.</summary>
    /// <exception cref="ArgumentException">The bytes are not a complete order.</exception>
    public static CreateInstanceRequest FromJsonBytes(ReadOnlySpan<byte> body)
    {
        var order = StoredBody.Read(body, RequestJsonContext.Default.CreateInstanceRequest);
        order.ThrowIfIncomplete();
        return order;
    }

    private void ThrowIfIncomplete()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ProductId);
        ArgumentException.ThrowIfNullOrWhiteSpace(Region);
        ArgumentException.ThrowIfNullOrWhiteSpace(ImageId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Period);
        ArgumentException.ThrowIfNullOrWhiteSpace(DisplayName);
        ArgumentException.ThrowIfNullOrWhiteSpace(DefaultUser.Value, nameof(DefaultUser));
    }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{ProductId} in {Region}, {Period} months, {DisplayName}");
        return true;
    }
}
