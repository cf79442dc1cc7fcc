using Microsoft.Extensions.Options;

namespace Kontor.Contabo;

/// <summary>Checks <see cref="ContaboOptions"/>; each message names the setting.</summary>
[OptionsValidator]
public sealed partial class ContaboOptionsValidator : IValidateOptions<ContaboOptions>;
