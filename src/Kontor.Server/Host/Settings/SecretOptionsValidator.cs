using Kontor.Engine.Secrets;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>Checks <see cref="SecretOptions"/>; each message names the setting.</summary>
[OptionsValidator]
internal sealed partial class SecretOptionsValidator : IValidateOptions<SecretOptions>;
