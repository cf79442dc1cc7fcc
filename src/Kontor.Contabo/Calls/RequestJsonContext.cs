using System.Text.Json.Serialization;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tags;

namespace Kontor.Contabo.Calls;

/// <summary>How bodies are written: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateInstanceRequest))]
[JsonSerializable(typeof(RenameInstanceRequest))]
[JsonSerializable(typeof(CancelInstanceRequest))]
[JsonSerializable(typeof(ReinstallInstanceRequest))]
[JsonSerializable(typeof(UpgradeInstanceRequest))]
[JsonSerializable(typeof(RegionChangeRequest))]
[JsonSerializable(typeof(RescueInstanceRequest))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(CreateSnapshotRequest))]
[JsonSerializable(typeof(UpdateSnapshotRequest))]
[JsonSerializable(typeof(CreateCustomImageRequest))]
[JsonSerializable(typeof(UpdateCustomImageRequest))]
[JsonSerializable(typeof(CreateSecretRequest))]
[JsonSerializable(typeof(UpdateSecretRequest))]
[JsonSerializable(typeof(CreateTagRequest))]
[JsonSerializable(typeof(UpdateTagRequest))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
