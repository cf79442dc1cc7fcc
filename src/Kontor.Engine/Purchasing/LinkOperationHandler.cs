using Kontor.Engine.Common;
using Kontor.Engine.Secrets;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Purchasing;

/// <summary>Makes the link to the secret of an operation for whoever may see that; another's is answered exactly like an absent one.</summary>
public sealed class LinkOperationHandler(ShowOperationsHandler operations, MakeLinkHandler links)
{
    /// <summary>Makes the link.</summary>
    /// <param name="operation">The operation that made the secret.</param>
    /// <param name="idempotencyKey">The caller's key of this request.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<MadeLink>> HandleAsync(OperationId operation, string idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.Reveal) is { } refused)
        {
            return refused;
        }

        return (await operations.FindAsync(operation, actor, cancellationToken)).Problem is null
            ? await links.HandleAsync(operation, actor.Source, idempotencyKey, actor, cancellationToken)
            : SecretProblems.NotFound();
    }
}
