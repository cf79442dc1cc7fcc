using Kontor.Contabo;
using Kontor.Engine.Accounts;
using Kontor.Engine.Catalog;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Images;
using Kontor.Engine.Inventory;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Kontor.Engine.Compute.Reinstall;

/// <summary>Whether an image can be installed on a machine: by the catalogue when it is wished, by the provider before it is sent.</summary>
public sealed class ReinstallCheck(Database database, ChangeStore changes, ResourceStore resources, ContaboAccounts accounts, LiveImages images, TimeProvider clock)
{
    /// <summary>Asks the catalogue.</summary>
    internal static async Task<Result<InstallableImage>> CatalogueAsync(DataConnection db, ChangeScene scene, DateTimeOffset now)
    {
        var wish = scene.Input<ReinstallWish>();
        var plan = await db.GetTable<InstanceRow>().Where(row => row.ResourceId == scene.Resource.Id).Select(row => row.ProductId).FirstAsync();
        var image = await FindAsync(db, scene.Resource, wish.Image, plan, BerlinDay.Of(now));
        return image.Problem is null && wish.Misfit(image.Value) is { } misfit ? misfit : image;
    }

    /// <summary>In the catalogue, or among the custom images of the machine's own client.</summary>
    private static async Task<Result<InstallableImage>> FindAsync(DataConnection db, Resource machine, string image, string? plan, DateOnly today)
    {
        var found = await InstallableImage.FindAsync(db, image, plan, today, own: null, CancellationToken.None);
        if (!CatalogProblems.SaysImageUnknown(found.Problem) || await SubjectStore.FindAsync(db, machine.SubjectId!.Value) is not { } subject)
        {
            return found;
        }

        return await OwnImages.FindAsync(db, image, machine.Account, new ImageOwner(subject.Source, subject.Client)) switch
        {
            null => found,
            { Problem: { } problem } => problem,
            { Value: var own } => await InstallableImage.FindAsync(db, image, plan, today, own, CancellationToken.None),
        };
    }

    /// <summary>Asks the provider.</summary>
    /// <returns>Null when it can be installed; a problem of kind <see cref="ProblemKind.Unavailable"/> when nothing could be learned.</returns>
    internal async Task<Problem?> LiveAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var wish = scene.Input<ReinstallWish>();
        if (accounts.Find(scene.Resource.Account) is not { } account)
        {
            return AccountProblems.Missing(scene.Resource.Account);
        }

        try
        {
            var live = await images.FindAsync(account, wish.Image, cancellationToken);
            var disk = (await FindAsync(scene, cancellationToken)).Match<long?>(image => image.DiskMib, _ => null);
            return live is null ? ComputeProblems.ImageGone(wish.Image)
                : live.NeedsMib > disk ? ComputeProblems.ImageDoesNotFit(wish.Image, live.NeedsMib, disk.Value)
                : null;
        }
        catch (ContaboApiException failure)
        {
            return AccountProblems.Unreachable(account.Id, failure);
        }
    }

    /// <summary>Keeps what is installed now, by which a new installation is told from the old one.</summary>
    internal async Task NoteBeforeAsync(ChangeScene scene, CancellationToken cancellationToken)
    {
        var (_, mirror) = (await resources.FindAsync(scene.Resource.Id, cancellationToken))!.Value;
        var system = (await FindAsync(scene, cancellationToken)).Match(image => image.OsType, _ => OsType.Linux);
        var facts = new ReinstallFacts(mirror.ImageId, scene.Input<ReinstallWish>().UserOn(system), Begun: false);
        if (scene.Facts<ReinstallFacts>() != facts)
        {
            await changes.LearnAsync(scene, "reinstall.before", facts, cancellationToken);
        }
    }

    private Task<Result<InstallableImage>> FindAsync(ChangeScene scene, CancellationToken cancellationToken) =>
        database.ReadAsync(db => CatalogueAsync(db, scene, clock.GetUtcNow()), cancellationToken);
}
