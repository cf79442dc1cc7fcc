using Kontor.Engine.Common;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Power;
using Kontor.Engine.Purchasing;

namespace Kontor.FaultSimulation.Lives;

/// <summary>One customer's service in a run: what its billing system asked for and what it was told.</summary>
internal sealed class SimOrder(int number, bool ends, bool endsEarly, int generation = 1)
{
    /// <summary>The id of a machine that there is not.</summary>
    public const string AbsentMachine = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    public int Number { get; } = number;

    /// <summary>Gets which machine of the customer's service it is.</summary>
    public int Generation { get; } = generation;

    /// <summary>Gets whether the customer leaves again.</summary>
    public bool Ends { get; } = ends;

    /// <summary>Gets whether the customer leaves while the machine is still being made.</summary>
    public bool EndsEarly { get; } = endsEarly;

    /// <summary>Gets or sets the accepted order, once it was acknowledged.</summary>
    public AcceptedOrder? Acknowledged { get; set; }

    /// <summary>Gets or sets the accepted terminate, once it was acknowledged.</summary>
    public OperationId? Terminate { get; set; }

    /// <summary>Gets or sets whether a terminate was sent, acknowledged or not.</summary>
    public bool TerminateSent { get; set; }

    /// <summary>Gets or sets when a terminate was sent first.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Gets the other wishes about its machine that were acknowledged.</summary>
    public List<OperationId> Others { get; } = [];

    /// <summary>Gets what the customer wished of its machine's power, in that order, and the operations that were acknowledged.</summary>
    public List<(PowerAction Action, OperationId? Operation)> Powers { get; } = [];

    /// <summary>Gets what the customer wished about the way into its machine, in that order, and the operations that were acknowledged.</summary>
    public List<(AccessWish Wish, OperationId? Operation)> Accesses { get; } = [];

    /// <summary>Gets the customer's images whose upload was acknowledged.</summary>
    public List<ImageId> Images { get; } = [];

    /// <summary>Gets how often an add-on was wished for its machine, acknowledged or not.</summary>
    public int AddOns { get; private set; }

    /// <summary>Notes that an add-on is wished.</summary>
    public void WishAddOn() => AddOns++;

    /// <summary>Gets how often its machine was to be restarted as one of many, acknowledged or not.</summary>
    public int RestartsAmongMany { get; private set; }

    /// <summary>Notes that its machine is to be restarted as one of many; the same wish sent again is the same.</summary>
    public void WishRestartAmongMany() => RestartsAmongMany = 1;

    /// <summary>Gets how often the customer wished a new installation, acknowledged or not.</summary>
    public int Reinstalls => Accesses.Count(access => access.Wish == AccessWish.Reinstall);

    /// <summary>Gets the label of its machine: by it the oracle knows whose a purchase is.</summary>
    public string Label => $"order {Number} generation {Generation}";

    /// <summary>The order as the billing system sends it, every time the same.</summary>
    public OrderInstance Request => new(
        new SubjectKey("shop", "service", $"{1000 + Number}"),
        SoldAs,
        Generation,
        Plan: "V153",
        Region: "EU",
        Image: "d64d5c6c-9dda-4e38-8174-0ee282474d8a",
        TermMonths: 1,
        Label,
        DefaultUser: "admin",
        Account: null,
        Sold: null,
        Amend: false)
    {
        // Every second customer comes with a key.
        SshKeys = Number % 2 == 0 ? [AccessWishes.Key] : null,
    };

    /// <summary>Gets what tells this sale from another.</summary>
    public Fingerprint SoldAs => new($"{Number}", $"{Number}", new DateOnly(2026, 11, 1), "3");
}
