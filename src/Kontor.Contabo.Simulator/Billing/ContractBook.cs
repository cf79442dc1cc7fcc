using System.Globalization;
using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Instances;

namespace Kontor.Contabo.Simulator.Billing;

/// <summary>Contracts, charges and the purchase log. Nothing else writes there.</summary>
internal sealed class ContractBook(SimulatorOptions options)
{
    private readonly List<PurchaseEntry> _purchases = [];
    private readonly List<Charge> _charges = [];

    public IReadOnlyList<PurchaseEntry> Purchases => _purchases;

    public IReadOnlyList<Charge> Charges => _charges;

    public static decimal Monthly(Product product, string region, int months, IReadOnlyList<OrderedAddOn> addOns) =>
        product.MonthlyEur[months] + product.SurchargeEur.GetValueOrDefault(region) + addOns.Sum(addOn => addOn.MonthlyEur * addOn.Quantity);

    /// <summary>Makes the contract of an order: writes the purchase and the first charge.</summary>
    public Instance Open(Instance instance, AccountSettings account, Product product, string requestId)
    {
        var monthly = Monthly(product, instance.Region, instance.Period, instance.AddOns);
        var contract = new TermContract(TermDates.DateOf(instance.CreatedAt), instance.Period, monthly, 0, null);
        _purchases.Add(new PurchaseEntry(
            _purchases.Count + 1, instance.CreatedAt, account.ClientId, instance.InstanceId, instance.ProductId, instance.Region,
            instance.Period, instance.ImageId, instance.DisplayName, requestId, Round(monthly * instance.Period), account.Currency));
        return Charge(instance with { Contract = contract, Currency = account.Currency }, instance.CreatedAt);
    }

    /// <summary>Adds an add-on to a running contract: writes the purchase and its first charge.</summary>
    public Instance AddOn(Instance instance, AccountSettings account, OrderedAddOn addOn, string requestId, DateTimeOffset at)
    {
        var contract = instance.Contract!;
        var monthly = addOn.MonthlyEur * addOn.Quantity;
        var amount = Round(monthly * Share(contract, TermDates.DateOf(at)));
        _purchases.Add(new PurchaseEntry(
            _purchases.Count + 1, at, account.ClientId, instance.InstanceId, instance.ProductId, instance.Region, instance.Period,
            instance.ImageId, instance.DisplayName, requestId, amount + Round(monthly * contract.OpenMonths), instance.Currency)
        {
            AddOnId = addOn.Id,
        });
        _charges.Add(new Charge(
            _charges.Count + 1, at, instance.Account, instance.InstanceId, instance.ProductId, ChargeKind.AddOn,
            TermDates.DateOf(at), contract.ChargedUntil, Stretch(contract), monthly, amount, instance.Currency));
        return instance with { Contract = contract with { Monthly = contract.Monthly + monthly }, AddOns = [.. instance.AddOns, addOn] };
    }

    /// <summary>Charges the next stretch of a running contract.</summary>
    public Instance Charge(Instance instance, DateTimeOffset at)
    {
        var contract = instance.Contract!;
        var months = Stretch(contract);
        var charged = contract with { ChargedMonths = contract.ChargedMonths + months };
        _charges.Add(new Charge(
            _charges.Count + 1, at, instance.Account, instance.InstanceId, instance.ProductId,
            contract.ChargedMonths == 0 ? ChargeKind.Order : ChargeKind.Continuation,
            contract.ChargedUntil, charged.ChargedUntil, months, contract.Monthly, Round(contract.Monthly * months), instance.Currency));
        return instance with { Contract = charged };
    }

    public Invoice Invoice(AccountSettings account, string month)
    {
        var first = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        var from = TermDates.StartOf(first);
        var to = TermDates.StartOf(first.AddMonths(1));
        var lines = _charges.Where(charge => charge.Account == account.ClientId && charge.At >= from && charge.At < to).ToList();
        return new Invoice(account.ClientId, month, account.Currency, lines, lines.Sum(line => line.Amount));
    }

    /// <summary>Repeats a purchase that never happened, so that a test can see its oracle go red.</summary>
    public PurchaseEntry PlantDuplicate(PurchaseEntry original, long instanceId)
    {
        var planted = original with { Sequence = _purchases.Count + 1, InstanceId = instanceId, Planted = true };
        _purchases.Add(planted);
        return planted;
    }

    public void Restore(IEnumerable<PurchaseEntry> purchases, IEnumerable<Charge> charges)
    {
        _purchases.AddRange(purchases);
        _charges.AddRange(charges);
    }

    private int Stretch(TermContract contract) => options.ChargeMode == ChargeMode.PerTerm ? contract.Months : 1;

    /// <summary>How many months of an add-on the rest of the charged stretch is worth.</summary>
    private decimal Share(TermContract contract, DateOnly today)
    {
        var months = Stretch(contract);
        if (options.AddOnChargeMode == AddOnChargeMode.WholeStretch)
        {
            return months;
        }

        var first = TermDates.Boundary(contract.Start, contract.ChargedMonths - months).DayNumber;
        var end = contract.ChargedUntil.DayNumber;
        return months * (decimal)(end - today.DayNumber) / (end - first);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
