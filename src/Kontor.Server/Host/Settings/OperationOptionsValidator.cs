using Kontor.Engine.Operations;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>Checks <see cref="OperationOptions"/>; each message names the setting.</summary>
[OptionsValidator]
internal sealed partial class OperationOptionsValidator : IValidateOptions<OperationOptions>;
