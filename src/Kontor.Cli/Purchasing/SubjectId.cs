using Kontor.Api;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class SubjectId() : IdArgument("subject", "subjects")
{
    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        client.Subjects.ListAsync(cancellationToken).Select(one => (one.Id, $"{one.Source} {one.Kind} {one.ExternalId}"));
}
