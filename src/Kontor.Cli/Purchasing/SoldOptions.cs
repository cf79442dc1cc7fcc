using System.CommandLine;
using Kontor.Api.Common;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;

namespace Kontor.Cli.Purchasing;

/// <summary>What the customer pays, for the books.</summary>
internal sealed class SoldOptions
{
    private readonly Option<decimal?> _net = Given.Amount("--sold-net", "What the customer pays without tax.");
    private readonly Option<decimal?> _tax = Given.Amount("--sold-tax", "The tax on it.");
    private readonly Option<string?> _currency = Given.Text("--sold-currency", "The currency of both by its ISO 4217 code.", "CODE");
    private readonly Option<decimal?> _rate = Given.Amount("--fx-rate", "The rate from that currency to the one we pay in, when they differ.");
    private readonly Option<DateOnly?> _rateOn = Given.Day("--fx-on", "The day of that rate.");

    public SoldOptions(Command command)
    {
        foreach (var option in new Option[] { _net, _tax, _currency, _rate, _rateOn })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            var given = new Option[] { _net, _tax, _currency }.Count(option => result.GetResult(option) is not null);
            var rated = new Option[] { _rate, _rateOn }.Count(option => result.GetResult(option) is not null);
            if (given is 1 or 2 || (given == 0 && rated > 0))
            {
                result.AddError("--sold-net, --sold-tax and --sold-currency go together.");
            }
            else if (rated == 1)
            {
                result.AddError("--fx-rate and --fx-on go together.");
            }
        });
    }

    public SoldPrice? In(Invocation call)
    {
        if (call.Get(_net) is not { } net || call.Get(_tax) is not { } tax)
        {
            return null;
        }

        var currency = call.Given(_currency);
        return new SoldPrice
        {
            Net = new MoneyAmount { Amount = net, Currency = currency },
            Tax = new MoneyAmount { Amount = tax, Currency = currency },
            Gross = new MoneyAmount { Amount = net + tax, Currency = currency },
            FxRate = call.Get(_rate),
            FxOn = call.Get(_rateOn),
        };
    }
}
