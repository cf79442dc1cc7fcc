using System.CommandLine;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Compute;

/// <summary>
/// Opens an operation on a subject's machine. What the subject was sold as is read first: a person names it by Kontor's own
/// id, which no billing system hands out twice.
/// </summary>
internal abstract class OperationOnSubject : OperationOn
{
    private readonly Option<int?> _generation = Given.Number("--generation", "Which machine of the subject. Default: the present one.", 1);

    private SubjectResponse? _subject;

    protected OperationOnSubject(string name, string summary, bool asks = false)
        : base(name, summary, new SubjectId(), asks) => Add(_generation);

    /// <summary>Gets the subject; there once it was read.</summary>
    protected SubjectResponse Subject => _subject!;

    protected sealed override async Task PrepareAsync(Invocation call, string id) =>
        _subject = await call.Client.Subjects.GetAsync(id, call.Cancel);

    protected sealed override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        SendAsync(call, Subject, GenerationIn(call), idempotencyKey);

    /// <summary>Which machine of the subject is meant.</summary>
    protected int GenerationIn(Invocation call) => call.Get(_generation) ?? Subject.Generation;

    /// <inheritdoc cref="SendVerb{T}.SendAsync"/>
    protected abstract Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey);
}
