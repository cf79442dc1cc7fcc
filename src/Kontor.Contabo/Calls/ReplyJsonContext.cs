using System.Text.Json.Serialization;
using Kontor.Contabo.DataCenters;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Json;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Snapshots;
using Kontor.Contabo.Tags;

namespace Kontor.Contabo.Calls;

/// <summary>How answers are read: a field of the wrong kind costs that field, never the answer.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientDecimalConverter),
        typeof(LenientBooleanConverter), typeof(LenientInstantConverter), typeof(LenientDateConverter),
    ])]
[JsonSerializable(typeof(Envelope<Instance>), TypeInfoPropertyName = "EnvelopeInstance")]
[JsonSerializable(typeof(Envelope<CreatedInstance>), TypeInfoPropertyName = "EnvelopeCreatedInstance")]
[JsonSerializable(typeof(Envelope<RenamedInstance>), TypeInfoPropertyName = "EnvelopeRenamedInstance")]
[JsonSerializable(typeof(Envelope<CancelledInstance>), TypeInfoPropertyName = "EnvelopeCancelledInstance")]
[JsonSerializable(typeof(Envelope<ReinstalledInstance>), TypeInfoPropertyName = "EnvelopeReinstalledInstance")]
[JsonSerializable(typeof(Envelope<UpgradedInstance>), TypeInfoPropertyName = "EnvelopeUpgradedInstance")]
[JsonSerializable(typeof(Envelope<RegionChangeTicket>), TypeInfoPropertyName = "EnvelopeRegionChangeTicket")]
[JsonSerializable(typeof(Envelope<TriggeredAction>), TypeInfoPropertyName = "EnvelopeTriggeredAction")]
[JsonSerializable(typeof(Envelope<InstanceOffer>), TypeInfoPropertyName = "EnvelopeInstanceOffer")]
[JsonSerializable(typeof(Envelope<InstanceAudit>), TypeInfoPropertyName = "EnvelopeInstanceAudit")]
[JsonSerializable(typeof(Envelope<InstanceActionAudit>), TypeInfoPropertyName = "EnvelopeInstanceActionAudit")]
[JsonSerializable(typeof(Envelope<Snapshot>), TypeInfoPropertyName = "EnvelopeSnapshot")]
[JsonSerializable(typeof(Envelope<SnapshotAudit>), TypeInfoPropertyName = "EnvelopeSnapshotAudit")]
[JsonSerializable(typeof(Envelope<Image>), TypeInfoPropertyName = "EnvelopeImage")]
[JsonSerializable(typeof(Envelope<CreatedImage>), TypeInfoPropertyName = "EnvelopeCreatedImage")]
[JsonSerializable(typeof(Envelope<CustomImageStats>), TypeInfoPropertyName = "EnvelopeCustomImageStats")]
[JsonSerializable(typeof(Envelope<ImageAudit>), TypeInfoPropertyName = "EnvelopeImageAudit")]
[JsonSerializable(typeof(Envelope<DataCenter>), TypeInfoPropertyName = "EnvelopeDataCenter")]
[JsonSerializable(typeof(Envelope<Secret>), TypeInfoPropertyName = "EnvelopeSecret")]
[JsonSerializable(typeof(Envelope<SecretAudit>), TypeInfoPropertyName = "EnvelopeSecretAudit")]
[JsonSerializable(typeof(Envelope<Tag>), TypeInfoPropertyName = "EnvelopeTag")]
[JsonSerializable(typeof(Envelope<CreatedTag>), TypeInfoPropertyName = "EnvelopeCreatedTag")]
[JsonSerializable(typeof(Envelope<TagAudit>), TypeInfoPropertyName = "EnvelopeTagAudit")]
[JsonSerializable(typeof(Envelope<TagAssignment>), TypeInfoPropertyName = "EnvelopeTagAssignment")]
[JsonSerializable(typeof(Envelope<TagAssignmentAudit>), TypeInfoPropertyName = "EnvelopeTagAssignmentAudit")]
[JsonSerializable(typeof(IpConfig))]
[JsonSerializable(typeof(IpAddress))]
[JsonSerializable(typeof(AdditionalIp))]
[JsonSerializable(typeof(AddOn))]
[JsonSerializable(typeof(AssignedTag))]
[JsonSerializable(typeof(DataCenterCapability))]
[JsonSerializable(typeof(Pagination))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReplyJsonContext : JsonSerializerContext;
