using Kontor.Api.Common;
using Kontor.Api.Secrets;

namespace Kontor.Api.Operations;

/// <summary>The operations of a server.</summary>
public sealed class OperationsClient
{
    private readonly ApiCalls _calls;

    internal OperationsClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads an operation with its steps; null when it is not there or another source's.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<OperationResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync(PathOf(id), ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Reads an operation that must be there, with its steps.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<OperationResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(id), ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Lists operations without their steps, newest first.</summary>
    /// <param name="status">Only those that stand there, by the name on the wire such as <c>needs_attention</c>; null for all.</param>
    /// <param name="subjectId">Only this subject's; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<OperationResponse> ListAsync(string? status, string? subjectId, CancellationToken cancellationToken) =>
        _calls.ListAsync(
            "operations",
            Query.Empty.With("status", status).With("subject", subjectId),
            ApiJsonContext.Default.ListPageOperationResponse,
            cancellationToken);

    /// <summary>Resumes an operation that needs attention; it looks before it does anything.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<OperationResponse> ResumeAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/resume", null, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Gives an operation up that needs attention; what was found about it stays.</summary>
    /// <inheritdoc cref="ResumeAsync"/>
    public Task<OperationResponse> GiveUpAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/give-up", null, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Makes the link that shows the secret of an operation once, such as a new password; a link made before stops working.</summary>
    /// <param name="id">The operation.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key gets the same link.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the link may have been made.</param>
    public Task<RevealLinkResponse> MakeLinkAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync($"{PathOf(id)}/link", null, idempotencyKey, ApiJsonContext.Default.RevealLinkResponse, cancellationToken);

    private static string PathOf(string id) => $"operations/{Uri.EscapeDataString(id)}";
}
