namespace Kontor.KillLoop.Campaigns;

/// <summary>Deaths at the first starts on a new database, which are not passed again: while it is made, named and filled.</summary>
internal static class FirstStarts
{
    private static readonly TimeSpan LatestMoment = TimeSpan.FromSeconds(1);

    /// <summary>The targets, in an order that lets each be passed whatever lane it falls to.</summary>
    public static IEnumerable<KillTarget> Of(Random random) =>
    [
        .. Enumerable.Range(0, 2).Select(_ => KillTarget.AnyMoment(random.NextDouble() * LatestMoment)),
        .. At("installation.open"),
        .. At("catalog.imported"),
    ];

    private static IEnumerable<KillTarget> At(string fact) =>
        new[] { "before", "uncommitted", "committed" }.Select(place => new KillTarget($"{fact}/{place}"));
}
