using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Images;

/// <summary>Says how much room there is for a subject's next image, before one is uploaded; another's subject is answered like an absent one.</summary>
public sealed class ShowImageSpaceHandler(Database database, ImageSpace space, ImageOptions options)
{
    /// <summary>Says it.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ShownSpace>> HandleAsync(SubjectId id, Actor actor, CancellationToken cancellationToken)
    {
        if (Rights.RefusalOf(actor, Right.View) is { } refused)
        {
            return refused;
        }

        var (subject, machine, share) = await database.ReadAsync(
            async db => await SubjectStore.FindAsync(db, id) is { } found && Sight.Sees(actor, found)
                ? (found, await ResourceStore.ServingAsync(db, found.Id, found.Generation), await ImageStore.ShareAsync(db, found.Source, found.Client))
                : ((Subject?)null, (Resource?)null, new ClientShare(0, 0)),
            cancellationToken);
        return subject is null ? PurchasingProblems.SubjectNotFound()
            : machine is null ? ImageProblems.NoMachine()
            : new ShownSpace(subject.Id, machine.Account, share, options.PerClient, options.MibPerClient, await space.AskAsync(machine.Account, cancellationToken));
    }
}

/// <summary>How much room there is for images.</summary>
/// <param name="Subject">The subject that was asked for.</param>
/// <param name="Account">The account its next image would stand on.</param>
/// <param name="Share">What its client has.</param>
/// <param name="MostImages">How many its client may have.</param>
/// <param name="MostMib">How much room they may take, in MiB.</param>
/// <param name="AccountSpace">The account's room; null when Contabo could not be asked.</param>
public sealed record ShownSpace(SubjectId Subject, AccountId Account, ClientShare Share, int MostImages, long MostMib, AccountSpace? AccountSpace);
