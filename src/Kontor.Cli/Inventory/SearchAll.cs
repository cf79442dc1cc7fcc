using System.CommandLine;
using Kontor.Api.Inventory;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Inventory;

/// <summary><c>search TEXT</c>: looks through several nouns, so it belongs to none.</summary>
internal sealed class SearchAll : ListVerb<SearchHitResponse>
{
    private static readonly Column<SearchHitResponse>[] All =
    [
        new("kind", hit => hit.Kind),
        new("id", hit => hit.Id),
        new("title", hit => hit.Title),
        new("subject", hit => hit.SubjectId),
        new("instance", hit => hit.InstanceId),
        new("from", hit => hit.From is { } at ? Cell.Instant(at) : null),
        new("to", hit => hit.To is { } at ? Cell.Instant(at) : null),
    ];

    private readonly Argument<string> _text = new("text")
    {
        Description = "A whole or the beginning of an address, id, number or e-mail address, or a part of a name.",
    };

    private readonly Option<DateTimeOffset?> _at = Given.Instant("--at", "Of addresses, only who had them then. Default: whenever.");

    public SearchAll()
        : base("Searches machines, subjects, orders, operations, and who had an address when.", "Nothing was found.", All, "search")
    {
        Add(_text);
        Add(_at);
        Examples = ["kontor search 198.51.100.7 --at 2026-11-03T12:00:00Z", "kontor search anna@example.com", "kontor search 202600001"];
    }

    protected override async IAsyncEnumerable<SearchHitResponse> ReadAsync(Invocation call)
    {
        foreach (var hit in (await call.Client.SearchAsync(call.Get(_text), call.Get(_at), call.Cancel)).Items)
        {
            yield return hit;
        }
    }
}
