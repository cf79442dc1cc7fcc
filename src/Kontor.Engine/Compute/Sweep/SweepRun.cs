using Kontor.Engine.Accounts;
using Kontor.Engine.Compute.Suspend;

namespace Kontor.Engine.Compute.Sweep;

/// <summary>One sweep of one account: what it compares with, and how far it has come.</summary>
/// <param name="account">The account.</param>
/// <param name="keptOff">What is to stay off.</param>
/// <param name="numbers">The provider's numbers of machines that may serve them.</param>
public sealed class SweepRun(ContaboAccount account, KeptOff keptOff, IReadOnlySet<long> numbers)
{
    private (long First, long Last)? _range;

    public ContaboAccount Account => account;

    public KeptOff KeptOff => keptOff;

    /// <summary>Gets or sets whether anything of ours was seen to have been changed past Kontor: the audit may tell by whom.</summary>
    public bool ChangedOutside { get; set; }

    /// <summary>Whether a machine may be one that is to stay off, and is looked at although nothing changed.</summary>
    public bool MayBeKeptOff(long number) => numbers.Contains(number);

    /// <summary>
    /// Whether all between the lowest and the highest number of a page is apart from the pages before. The provider lists by
    /// number, so that it is; then a range finds our rows, which is quicker than a list of numbers.
    /// </summary>
    public bool IsApart(long lowest, long highest)
    {
        var apart = _range is not { } range || highest < range.First || lowest > range.Last;
        _range = _range is { } known ? (Math.Min(known.First, lowest), Math.Max(known.Last, highest)) : (lowest, highest);
        return apart;
    }
}
