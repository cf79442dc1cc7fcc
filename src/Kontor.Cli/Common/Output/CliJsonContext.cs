using System.Text.Json.Serialization;
using Kontor.Cli.Common.Settings;

namespace Kontor.Cli.Common.Output;

/// <summary>The records that are the command line's own.</summary>
[JsonSerializable(typeof(ShownSettings))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
