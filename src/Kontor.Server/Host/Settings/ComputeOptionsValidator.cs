using Kontor.Engine.Compute;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>Checks <see cref="ComputeOptions"/>; each message names the setting.</summary>
[OptionsValidator]
internal sealed partial class ComputeOptionsValidator : IValidateOptions<ComputeOptions>;
