using Kontor.Engine.Purchasing;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>Checks <see cref="PurchasingOptions"/>; each message names the setting.</summary>
[OptionsValidator]
internal sealed partial class PurchasingOptionsValidator : IValidateOptions<PurchasingOptions>;
