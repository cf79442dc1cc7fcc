using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Tags;

internal static class TagOperations
{
    private static readonly Dictionary<string, Func<Tag, IComparable?>> Sortable = new(StringComparer.Ordinal)
    {
        ["tagId"] = tag => tag.TagId,
        ["name"] = tag => tag.Name,
        ["color"] = tag => tag.Color,
    };

    public static CloudResponse List(OperationCall call)
    {
        // Documented: the name filter finds parts of names.
        var name = call.Query.Get("name");
        var rows = call.World.Tags.Of(call.Account.ClientId)
            .Where(tag => name is null || tag.Name.Contains(name, StringComparison.Ordinal)).ToList();
        return Listing.Page(call, Ordering.Apply(call.Query, rows, Sortable), tag => TagView.Of(call, tag));
    }

    public static CloudResponse Get(OperationCall call) =>
        Find(call) is { } tag ? Answers.Single(200, TagView.Of(call, tag), call.Path) : Missing();

    public static CloudResponse Create(OperationCall call)
    {
        var name = call.Text("name")!;
        if (call.World.Tags.Named(call.Account.ClientId, name) is not null)
        {
            return Duplicate();
        }

        var tag = new Tag(call.World.Ids.NextTag(), call.Account.ClientId, name, call.Text("color")!, call.Text("description") ?? "");
        call.World.Tags.Save(tag);
        Audit(call, tag, "CREATED", null, new { tag.Name, tag.Color });
        return Answers.Single(201, new CreatedTag(call.Account.TenantId, call.Account.CustomerId, tag.TagId), $"/v1/tags/{tag.TagId}");
    }

    public static CloudResponse Update(OperationCall call)
    {
        if (Find(call) is not { } tag)
        {
            return Missing();
        }

        var changed = tag with
        {
            Name = call.Text("name") ?? tag.Name,
            Color = call.Text("color") ?? tag.Color,
            Description = call.Text("description") ?? tag.Description,
        };
        if (changed.Name != tag.Name && call.World.Tags.Named(call.Account.ClientId, changed.Name) is not null)
        {
            return Duplicate();
        }

        call.World.Tags.Save(changed);
        Audit(call, tag, "UPDATED", new { tag.Name, tag.Color }, new { changed.Name, changed.Color });
        return Answers.LinksOnly(200, new Dictionary<string, string> { ["self"] = call.Path });
    }

    public static CloudResponse Delete(OperationCall call)
    {
        if (Find(call) is not { } tag)
        {
            return Missing();
        }

        if (call.World.Tags.Assignments(tag.TagId).Count > 0)
        {
            // Documented: refused while assigned. Assumed: status and text.
            return Answers.Refusal(409, "Tag is still assigned to resources");
        }

        call.World.Tags.Remove(tag);
        Audit(call, tag, "DELETED", new { tag.Name, tag.Color }, null);
        return Answers.NoContent;
    }

    internal static Tag? Find(OperationCall call) => call.World.Tags.Find(call.Account.ClientId, call.Id("tagId"));

    internal static CloudResponse Missing() => Answers.Missing("Tag", "tagId");

    // Assumed: names are unique; 409 is the documented status of duplicates.
    private static CloudResponse Duplicate() => Answers.Refusal(409, "Tag with this name already exists");

    private static void Audit(OperationCall call, Tag tag, string action, object? prev, object? next) =>
        AuditWriter.Write(call, AuditKind.Tags, action, new Dictionary<string, object> { ["tagId"] = tag.TagId }, prev, next);
}

internal sealed record TagView(string TenantId, string CustomerId, long TagId, string Name, string Color, string Description)
{
    public static TagView Of(OperationCall call, Tag tag) =>
        new(call.Account.TenantId, call.Account.CustomerId, tag.TagId, tag.Name, tag.Color, tag.Description);
}

internal sealed record CreatedTag(string TenantId, string CustomerId, long TagId);
