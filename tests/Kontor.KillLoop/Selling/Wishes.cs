using System.Net;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Api.Operations;

namespace Kontor.KillLoop.Selling;

/// <summary>What customers wished of their machines, and the sending of it.</summary>
internal sealed class Wishes
{
    private const string Image = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";
    private readonly List<Wish> _all = [];

    public IReadOnlyList<Wish> All => _all;

    /// <summary>Adds a wish; it is sent with the next sending.</summary>
    public void Add(Sale sale, WishKind kind, string machine) => _all.Add(new Wish(sale, kind, machine, _all.Count + 1));

    /// <summary>How often the customer of a sale wished a new installation and was not refused.</summary>
    public int Reinstalls(Sale sale) => _all.Count(wish => wish.Sale == sale && wish is { Kind: WishKind.Reinstall, Refused: false });

    /// <summary>Sends a wish; one that was acknowledged must get the same operation again.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static async Task<string?> SendAsync(KontorClient kontor, Wish wish, CancellationToken cancellationToken)
    {
        try
        {
            var answered = (await AskAsync(kontor.Instances, wish, cancellationToken)).Id;
            var before = wish.OperationId;
            wish.OperationId ??= answered;
            return before is null || before == answered ? null : $"{wish} sent again is operation {answered}, acknowledged was {before}";
        }
        catch (KontorApiException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound)
        {
            // Something else is under way, or the machine is not fit for it, or its customer left.
            wish.Refused = wish.OperationId is null;
            return wish.Refused ? null : $"{wish} was acknowledged and is refused now: {refused.Code}";
        }
    }

    private static Task<OperationResponse> AskAsync(InstancesClient instances, Wish wish, CancellationToken cancellationToken) => wish.Kind switch
    {
        WishKind.Restart => instances.RestartAsync(wish.Machine, wish.Key, cancellationToken),
        WishKind.Stop => instances.StopAsync(wish.Machine, wish.Key, cancellationToken),
        WishKind.Rename => instances.RenameAsync(wish.Machine, new RenameRequest { Label = $"{wish.Sale.Label} {wish.Key}" }, wish.Key, cancellationToken),
        WishKind.Password => instances.ResetPasswordAsync(wish.Machine, new ResetPasswordRequest(), wish.Key, cancellationToken),
        _ => instances.ReinstallAsync(
            wish.Machine, new ReinstallRequest { Image = Image, Confirm = wish.Machine, Loses = true }, wish.Key, cancellationToken),
    };
}
