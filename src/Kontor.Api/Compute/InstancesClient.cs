using Kontor.Api.Common;
using Kontor.Api.Inventory;
using Kontor.Api.Operations;
using Kontor.Api.Secrets;

namespace Kontor.Api.Compute;

/// <summary>The machines of a server.</summary>
public sealed class InstancesClient
{
    private readonly ApiCalls _calls;

    internal InstancesClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads an instance; null when it is not there or another source's.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<InstanceResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        _calls.FindAsync($"instances/{Uri.EscapeDataString(id)}", ApiJsonContext.Default.InstanceResponse, cancellationToken);

    /// <summary>Reads an instance that must be there.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<InstanceResponse> GetAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync($"instances/{Uri.EscapeDataString(id)}", ApiJsonContext.Default.InstanceResponse, cancellationToken);

    /// <summary>Lists instances, newest first.</summary>
    /// <param name="subjectId">Only this subject's; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<InstanceResponse> ListAsync(string? subjectId, CancellationToken cancellationToken) => _calls.ListAsync(
        "instances", Query.Empty.With("subject", subjectId), ApiJsonContext.Default.ListPageInstanceResponse, cancellationToken);

    /// <summary>Lists what happened to an instance, newest first.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<TimelineEntryResponse> ListTimelineAsync(string id, CancellationToken cancellationToken) => _calls.ListAsync(
        $"instances/{Uri.EscapeDataString(id)}/timeline", Query.Empty, ApiJsonContext.Default.ListPageTimelineEntryResponse, cancellationToken);

    /// <summary>Lists what secrets a machine had and whether they were shown, newest first; never the secrets or their links.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<SecretLinkResponse> ListLinksAsync(string id, CancellationToken cancellationToken) => _calls.ListAsync(
        $"instances/{Uri.EscapeDataString(id)}/links", Query.Empty, ApiJsonContext.Default.ListPageSecretLinkResponse, cancellationToken);

    /// <summary>Has a machine that stands at Contabo serve a subject; nothing is bought.</summary>
    /// <param name="request">Which machine, and for what.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<InstanceResponse> AdoptAsync(AdoptInstanceRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            "instances",
            request,
            ApiJsonContext.Default.AdoptInstanceRequest,
            idempotencyKey,
            ApiJsonContext.Default.InstanceResponse,
            cancellationToken);

    /// <summary>Switches a machine on.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> StartAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        ActAsync(id, "start", idempotencyKey, cancellationToken);

    /// <summary>Takes a machine's power away; what its programs have not saved is lost.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public Task<OperationResponse> StopAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        ActAsync(id, "stop", idempotencyKey, cancellationToken);

    /// <summary>Takes a machine's power away and gives it back; what its programs have not saved is lost.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public Task<OperationResponse> RestartAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        ActAsync(id, "restart", idempotencyKey, cancellationToken);

    /// <summary>Presses a machine's power button; a system that does not shut down in time is stopped.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public Task<OperationResponse> ShutDownAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        ActAsync(id, "shutdown", idempotencyKey, cancellationToken);

    /// <summary>Calls a machine something else; its marker stays in its name.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="request">The new label.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> RenameAsync(string id, RenameRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PatchAsync(
            PathOf(id), request, ApiJsonContext.Default.RenameRequest, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Keeps the host name that a machine's next installation gets; the system that runs keeps its own.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="request">The name.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<HostnameResponse> SetHostnameAsync(string id, HostnameRequest request, CancellationToken cancellationToken) => _calls.PutAsync(
        $"{PathOf(id)}/hostname", request, ApiJsonContext.Default.HostnameRequest, ApiJsonContext.Default.HostnameResponse, cancellationToken);

    /// <summary>Protects a machine from its end or from losing its disk, or no longer.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="request">What it is to be protected from.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<ProtectionResponse> ProtectAsync(string id, ProtectionRequest request, CancellationToken cancellationToken) => _calls.PutAsync(
        $"{PathOf(id)}/protection", request, ApiJsonContext.Default.ProtectionRequest, ApiJsonContext.Default.ProtectionResponse, cancellationToken);

    /// <summary>Sets the password or the SSH keys of a machine's default user. A password that Kontor makes is shown once by the operation's link.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="request">The way in.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> ResetPasswordAsync(
        string id, ResetPasswordRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
            $"{PathOf(id)}/password", request, ApiJsonContext.Default.ResetPasswordRequest, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Boots a machine's rescue system in place of its own; its password is shown once by the operation's link.</summary>
    /// <inheritdoc cref="ResetPasswordAsync"/>
    public Task<OperationResponse> RescueAsync(string id, RescueRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"{PathOf(id)}/rescue", request, ApiJsonContext.Default.RescueRequest, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    /// <summary>Restarts a machine out of the rescue system into its own.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public Task<OperationResponse> LeaveRescueAsync(string id, string idempotencyKey, CancellationToken cancellationToken) =>
        ActAsync(id, "rescue/exit", idempotencyKey, cancellationToken);

    /// <summary>Shows what a new installation of a machine would lose.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<ReinstallLossesResponse> GetReinstallLossesAsync(string id, CancellationToken cancellationToken) =>
        _calls.GetAsync($"{PathOf(id)}/reinstall", ApiJsonContext.Default.ReinstallLossesResponse, cancellationToken);

    /// <summary>Wipes a machine's disk and installs an image anew; contract, addresses and name stay.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="request">What is installed, and that all else may be lost.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the wish may have been accepted.</param>
    /// <returns>The operation that carries the wish out.</returns>
    public Task<OperationResponse> ReinstallAsync(string id, ReinstallRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"{PathOf(id)}/reinstall", request, ApiJsonContext.Default.ReinstallRequest, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);

    private static string PathOf(string id) => $"instances/{Uri.EscapeDataString(id)}";

    private Task<OperationResponse> ActAsync(string id, string action, string idempotencyKey, CancellationToken cancellationToken) =>
        _calls.PostAsync(
            $"instances/{Uri.EscapeDataString(id)}/{action}", null, idempotencyKey, ApiJsonContext.Default.OperationResponse, cancellationToken);
}
