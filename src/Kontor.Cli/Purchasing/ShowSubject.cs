using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class ShowSubject() : ShowVerb<SubjectResponse>("Shows one thing that was sold.", new SubjectId())
{
    protected override Task<SubjectResponse> ReadAsync(Invocation call, string id) => call.Client.Subjects.GetAsync(id, call.Cancel);
}
