using System.Globalization;
using System.Text.Json.Serialization;

namespace Kontor.Contabo.Simulator.Tags;

/// <summary>Source: schema AssignmentResponse.</summary>
internal sealed record AssignmentView(
    string TenantId, string CustomerId, long TagId, string TagName, string ResourceType, string ResourceId, string ResourceName)
{
    public static AssignmentView Of(OperationCall call, Tag tag, Assignment assignment) => new(
        call.Account.TenantId, call.Account.CustomerId, tag.TagId, tag.Name, assignment.ResourceType, assignment.ResourceId,
        Name(call.World, assignment));

    private static string Name(World world, Assignment assignment) => assignment.ResourceType == "image"
        ? world.FindImage(assignment.Account, Guid.Parse(assignment.ResourceId))!.Name
        : world.Instances.Find(long.Parse(assignment.ResourceId, CultureInfo.InvariantCulture))?.DisplayName ?? "";
}

internal sealed record AssignmentEnvelope(
    IReadOnlyList<AssignmentView> Data, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, string> Links);
