using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Tags;

internal static class AssignmentOperations
{
    private static readonly Dictionary<string, Func<Assignment, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["resourceId"] = assignment => assignment.ResourceId,
        ["resourceType"] = assignment => assignment.ResourceType,
    };

    public static CloudResponse List(OperationCall call)
    {
        if (TagOperations.Find(call) is not { } tag)
        {
            return TagOperations.Missing();
        }

        var type = call.Query.Get("resourceType");
        var rows = call.World.Tags.Assignments(tag.TagId).Where(assignment => type is null || assignment.ResourceType == type).ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), row => AssignmentView.Of(call, tag, row));
    }

    public static CloudResponse Get(OperationCall call)
    {
        if (TagOperations.Find(call) is not { } tag)
        {
            return TagOperations.Missing();
        }

        return Find(call, tag) is { } assignment
            ? Answers.Of(200, new AssignmentEnvelope([AssignmentView.Of(call, tag, assignment)], Links(call)))
            : Missing();
    }

    public static CloudResponse Create(OperationCall call)
    {
        if (TagOperations.Find(call) is not { } tag)
        {
            return TagOperations.Missing();
        }

        if (ResourceRefusal(call) is { } refusal)
        {
            return refusal;
        }

        if (Find(call, tag) is not null)
        {
            // Assumed: 409 is the documented status of duplicates.
            return Answers.Refusal(409, "Tag is already assigned to this resource");
        }

        var assignment = new Assignment(call.Account.ClientId, tag.TagId, call.Key("resourceType"), call.Key("resourceId"));
        call.World.Tags.Assign(assignment);
        Audit(call, assignment, "CREATED");
        return Answers.LinksOnly(201, Links(call));
    }

    public static CloudResponse Delete(OperationCall call)
    {
        if (TagOperations.Find(call) is not { } tag)
        {
            return TagOperations.Missing();
        }

        if (Find(call, tag) is not { } assignment)
        {
            return Missing();
        }

        call.World.Tags.Unassign(assignment);
        Audit(call, assignment, "DELETED");
        return Answers.NoContent;
    }

    private static Assignment? Find(OperationCall call, Tag tag) =>
        call.World.Tags.FindAssignment(tag.TagId, call.Key("resourceType"), call.Key("resourceId"));

    private static CloudResponse Missing() => Answers.Missing("Assignment", "resourceId");

    private static CloudResponse? ResourceRefusal(OperationCall call) => call.Key("resourceType") switch
    {
        "instance" => call.World.Instances.Find(call.Account.ClientId, call.Id("resourceId")) is null ? InstanceOperations.Missing() : null,
        "image" => Guid.TryParse(call.Key("resourceId"), out var id) && call.World.FindImage(call.Account.ClientId, id) is not null
            ? null
            : Answers.Missing("Image", "imageId"),
        // Object storages are not simulated yet, so none exists.
        "object-storage" => Answers.Missing("ObjectStorage", "objectStorageId"),
        _ => Answers.Refusal(400, ["resourceType must be one of the following values: instance, image, object-storage"]),
    };

    private static Dictionary<string, string> Links(OperationCall call) => new()
    {
        ["self"] = call.Path,
        ["tag"] = $"/v1/tags/{call.Key("tagId")}",
        ["_resource"] = call.Key("resourceType") switch
        {
            "image" => $"/v1/compute/images/{call.Key("resourceId")}",
            _ => $"/v1/compute/instances/{call.Key("resourceId")}",
        },
    };

    private static void Audit(OperationCall call, Assignment assignment, string action) =>
        AuditWriter.Write(
            call, AuditKind.Assignments, action,
            new Dictionary<string, object>
            {
                ["tagId"] = assignment.TagId,
                ["resourceType"] = assignment.ResourceType,
                ["resourceId"] = assignment.ResourceId,
            },
            null, null);
}
