using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;

namespace Kontor.Engine.Compute.ProviderSecrets;

/// <summary>What an operation needs to stand at the provider before it sends its call.</summary>
/// <param name="Account">The account.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Keys">The SSH keys.</param>
/// <param name="Password">Whether the operation's pending password is needed too.</param>
public sealed record WantedSecrets(AccountId Account, OperationId Operation, IReadOnlyList<SshKey> Keys, bool Password)
{
    /// <summary>The names of all of them.</summary>
    internal IEnumerable<string> Whats => Keys.Select(ProviderSecretName.WhatOf).Concat(Password ? [ProviderSecretName.Password] : []);
}

/// <summary>What came of having secrets stand at the provider.</summary>
/// <param name="Ids">Their numbers, when all stand there; else null.</param>
/// <param name="Problem">Why not: of kind <see cref="ProblemKind.Unavailable"/> when it is tried again.</param>
public sealed record StoredSecrets(SecretIds? Ids, Problem? Problem);

/// <summary>The provider's numbers of the secrets that a call names.</summary>
/// <param name="SshKeys">Those of the keys, in their order; null for none.</param>
/// <param name="Password">That of the password; null for none.</param>
public sealed record SecretIds(IReadOnlyList<long>? SshKeys, long? Password);
