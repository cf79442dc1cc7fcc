using System.Text.RegularExpressions;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>
/// The names of our secrets at the provider: <c>kontor-installation-operation-what</c>. What carries another name is
/// another installation's or a person's, and is left alone.
/// </summary>
internal static partial class ProviderSecretName
{
    public const string Password = "password";

    private const int HashBytes = 8;

    /// <summary>What a key is called: by itself, so that another key is never found under its name.</summary>
    public static string WhatOf(SshKey key) => $"ssh-{Convert.ToHexStringLower(key.Hash.AsSpan(0, HashBytes))}";

    /// <summary>What all names of an installation begin with.</summary>
    public static string PrefixOf(Installation installation) => $"kontor-{installation.Id}-";

    public static string Of(Installation installation, OperationId operation, string what) => $"{PrefixOf(installation)}{operation}-{what}";

    /// <summary>Whether a name is one that this installation gave.</summary>
    public static bool IsOurs(Installation installation, string? name) =>
        name is not null && name.StartsWith(PrefixOf(installation), StringComparison.Ordinal) && Rest().IsMatch(name[PrefixOf(installation).Length..]);

    [GeneratedRegex("^[0-9A-Z]{26}-(password|ssh-[0-9a-f]{16})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
