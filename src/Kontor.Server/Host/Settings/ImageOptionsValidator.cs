using Kontor.Engine.Images;
using Microsoft.Extensions.Options;

namespace Kontor.Server.Host.Settings;

/// <summary>Checks <see cref="ImageOptions"/>; each message names the setting.</summary>
[OptionsValidator]
internal sealed partial class ImageOptionsValidator : IValidateOptions<ImageOptions>;
