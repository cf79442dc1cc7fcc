using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Operations;

namespace Kontor.Api.Purchasing;

/// <summary>What was sold, and the end of it.</summary>
public sealed class SubjectsClient
{
    private readonly ApiCalls _calls;

    internal SubjectsClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads a subject; null when it is not there or another source's.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<SubjectResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync(PathOf(id), ApiJsonContext.Default.SubjectResponse, cancellationToken);

    /// <summary>Reads a subject that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<SubjectResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(id), ApiJsonContext.Default.SubjectResponse, cancellationToken);

    /// <summary>Lists subjects, newest first.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<SubjectResponse> ListAsync(CancellationToken cancellationToken) =>
        _calls.ListAsync("subjects", Query.Empty, ApiJsonContext.Default.ListPageSubjectResponse, cancellationToken);

    /// <summary>Ends the subject's machine: it is stopped at once, and its contract ends. The same wish again is the same operation.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="request">Which machine of it, and what it was sold as.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    public Task<OperationResponse> TerminateAsync(
        string id, TerminateRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        $"{PathOf(id)}/terminate",
        request,
        ApiJsonContext.Default.TerminateRequest,
        idempotencyKey,
        ApiJsonContext.Default.OperationResponse,
        cancellationToken);

    /// <summary>Stops the subject's machine and keeps it off until <see cref="UnsuspendAsync"/>. The same wish again is the same operation.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="request">Which machine of it, what it was sold as, and why.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    public Task<OperationResponse> SuspendAsync(
        string id, SuspendRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        $"{PathOf(id)}/suspend",
        request,
        ApiJsonContext.Default.SuspendRequest,
        idempotencyKey,
        ApiJsonContext.Default.OperationResponse,
        cancellationToken);

    /// <summary>Takes a suspension back: the machine runs again if it ran before.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="request">Which machine of it, and what it was sold as.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    public Task<OperationResponse> UnsuspendAsync(
        string id, UnsuspendRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        $"{PathOf(id)}/unsuspend",
        request,
        ApiJsonContext.Default.UnsuspendRequest,
        idempotencyKey,
        ApiJsonContext.Default.OperationResponse,
        cancellationToken);

    /// <summary>Opens the next generation, so that the subject can be ordered again; only after a confirmed terminate.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<SubjectResponse> OpenGenerationAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/generations", null, idempotencyKey, ApiJsonContext.Default.SubjectResponse, cancellationToken);

    /// <summary>Says how the client of a subject is reached, or has that forgotten.</summary>
    /// <param name="id">The subject; the address is that of its client.</param>
    /// <param name="request">The address.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<SubjectResponse> SetContactAsync(string id, ContactRequest request, CancellationToken cancellationToken) => _calls.SendAsync(
        HttpMethod.Put, $"{PathOf(id)}/contact", request, ApiJsonContext.Default.ContactRequest, ApiJsonContext.Default.SubjectResponse, cancellationToken);

    private static string PathOf(string id) => $"subjects/{Uri.EscapeDataString(id)}";
}
