namespace Kontor.FaultSimulation.Lives;

/// <summary>What a customer wishes about the way into its machine.</summary>
internal enum AccessWish
{
    /// <summary>A password that Kontor makes.</summary>
    NewPassword,

    /// <summary>A password of its own, and a key.</summary>
    OwnPassword,

    /// <summary>The rescue system.</summary>
    Rescue,

    /// <summary>Out of it again.</summary>
    LeaveRescue,

    /// <summary>A new installation.</summary>
    Reinstall,
}

/// <summary>The wishes and the provider's operations that carry them out.</summary>
internal static class AccessWishes
{
    /// <summary>What no byte of our database may ever have.</summary>
    public const string Canary = "C4nary";

    /// <summary>A password with the canary that the provider takes.</summary>
    public const string Password = $"{Canary}!{Canary}?9";

    /// <summary>User-data with the canary.</summary>
    public const string UserData = $"#cloud-config\npassword: {Canary}\n";

    public const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwS+B me@example.com";

    public static IReadOnlyList<AccessWish> All { get; } = Enum.GetValues<AccessWish>();

    /// <summary>The wish that meets a fault of an operation; null when none does, or none in particular.</summary>
    public static AccessWish? Meeting(string? operation) => operation switch
    {
        "reinstallInstance" => AccessWish.Reinstall,
        "resetPasswordAction" or "createSecret" or "deleteSecret" or "retrieveSecretList" => AccessWish.NewPassword,
        "rescue" => AccessWish.Rescue,
        _ => null,
    };
}
