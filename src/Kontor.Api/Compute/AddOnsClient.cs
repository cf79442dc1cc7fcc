using Kontor.Api.Common;
using Kontor.Api.Operations;
using Kontor.Api.Tasks;

namespace Kontor.Api.Compute;

/// <summary>The add-ons of machines, each of which costs money until its machine's contract ends.</summary>
public sealed class AddOnsClient
{
    private readonly ApiCalls _calls;

    internal AddOnsClient(ApiCalls calls) => _calls = calls;

    /// <summary>Lists the add-ons that were ordered for a subject's present machine, oldest first.</summary>
    /// <param name="subjectId">The subject.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<AddOnListResponse> ListAsync(string subjectId, CancellationToken cancellationToken) =>
        _calls.GetAsync(PathOf(subjectId), ApiJsonContext.Default.AddOnListResponse, cancellationToken);

    /// <summary>Says what an add-on would cost for a subject's present machine.</summary>
    /// <param name="subjectId">The subject.</param>
    /// <param name="addOn">The add-on: <c>privateNetworking</c> or <c>backup</c>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public Task<AddOnPriceResponse> GetPriceAsync(string subjectId, string addOn, CancellationToken cancellationToken) =>
        _calls.GetAsync($"{PathOf(subjectId)}/{Uri.EscapeDataString(addOn)}/price", ApiJsonContext.Default.AddOnPriceResponse, cancellationToken);

    /// <summary>Buys an add-on. The same order again is the same operation.</summary>
    /// <param name="subjectId">The subject.</param>
    /// <param name="request">Which add-on, for which machine.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters; the same key only to repeat it.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; the order may have been accepted.</param>
    /// <returns>The operation that buys it.</returns>
    public Task<OperationResponse> BuyAsync(
        string subjectId, BuyAddOnRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        PathOf(subjectId),
        request,
        ApiJsonContext.Default.BuyAddOnRequest,
        idempotencyKey,
        ApiJsonContext.Default.OperationResponse,
        cancellationToken);

    /// <summary>Ends an add-on for its client; Contabo's API cannot end it, so a person is asked to.</summary>
    /// <param name="subjectId">The subject.</param>
    /// <param name="addOn">The add-on.</param>
    /// <param name="request">Which machine of it, and what it was sold as.</param>
    /// <param name="idempotencyKey">Names this request: 1 to 255 visible ASCII characters.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>What a person must do; until then it is paid.</returns>
    public Task<TaskResponse> EndAsync(
        string subjectId, string addOn, EndAddOnRequest request, string idempotencyKey, CancellationToken cancellationToken) => _calls.PostAsync(
        $"{PathOf(subjectId)}/{Uri.EscapeDataString(addOn)}/end",
        request,
        ApiJsonContext.Default.EndAddOnRequest,
        idempotencyKey,
        ApiJsonContext.Default.TaskResponse,
        cancellationToken);

    private static string PathOf(string subjectId) => $"subjects/{Uri.EscapeDataString(subjectId)}/add-ons";
}
