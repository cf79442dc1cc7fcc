using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Rename;

/// <summary>Accepts that a machine be called something else: its label changes, the marker in its name stays.</summary>
public sealed class RenameInstanceHandler(ChangeInstanceHandler changes)
{
    /// <summary>Accepts the wish, or says why not.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="idempotencyKey">The caller's key of this request: the same request again is the same operation.</param>
    /// <param name="actor">Who wishes.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Operation>> HandleAsync(RenameInstance request, string idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        OrderInstanceRules.CheckLabel(request.Label) is { } malformed
            ? malformed
            : await changes.HandleAsync(
                new ChangeInstance(request.Instance, RenameChange.Word, request.Source) { Input = new NewLabel(request.Label.Trim()) },
                idempotencyKey,
                actor,
                cancellationToken);
}
