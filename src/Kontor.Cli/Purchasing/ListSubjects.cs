using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class ListSubjects() : ListVerb<SubjectResponse>("Lists what was sold, newest first.", "Nothing was sold yet.", All)
{
    private static readonly Column<SubjectResponse>[] All =
    [
        new("id", subject => subject.Id),
        new("source", subject => subject.Source),
        new("kind", subject => subject.Kind),
        new("external-id", subject => subject.ExternalId),
        new("generation", subject => Cell.Number(subject.Generation)),
        new("client", subject => subject.Fingerprint.Client),
        new("order", subject => subject.Fingerprint.Order),
        new("product", subject => subject.Fingerprint.Product),
        new("registered", subject => Cell.Day(subject.Fingerprint.RegisteredOn)),
        new("created", subject => Cell.Instant(subject.CreatedAt)),
    ];

    protected override IAsyncEnumerable<SubjectResponse> ReadAsync(Invocation call) => call.Client.Subjects.ListAsync(call.Cancel);
}
