using System.Net;
using System.Text.Json;
using Kontor.Api;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;

namespace Kontor.Cli.Tests.Purchasing;

public sealed class OrderTests : IDisposable
{
    private const string Create = "POST /api/v1/orders";
    private const string Price = "V153 in EU on account main for 1 month: 4.50 EUR a month, 0.00 EUR set-up; this commits you to 4.50 EUR.\n";

    private readonly CommandLine _cli = new()
    {
        Server = new Stub().On(Samples.QuoteRequest, Samples.Quote).On(Create, Samples.Sealed)
            .On("GET /api/v1/operations/OP1", Samples.Operation(OperationStatus.Succeeded, "accepted", "succeeded")),
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_price_is_shown_before_anything_is_sent_and_the_operation_is_waited_for()
    {
        var outcome = await _cli.RunAsync([.. Samples.Order, "--yes"]);

        Assert.Equal([Samples.QuoteRequest, Create, "GET /api/v1/operations/OP1"], _cli.Server.Requests);
        Assert.StartsWith(Price + "Order ORD1 for subject SUB1; operation OP1 carries it out.\n", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_nothing_is_bought_without_yes()
    {
        var outcome = await _cli.RunAsync(Samples.Order);

        Assert.Equal(new Outcome(24, "", $"{Price}kontor: Nothing was sent: nobody can be asked here, so add --yes if that is wanted.\n"), outcome);
        Assert.Equal([Samples.QuoteRequest], _cli.Server.Requests);
    }

    [Theory]
    [InlineData("y", 0)]
    [InlineData("yes", 0)]
    [InlineData("", 24)]
    [InlineData("n", 24)]
    [InlineData("yep", 24)]
    public async Task On_a_terminal_a_person_is_asked_and_only_yes_is_yes(string answer, int code)
    {
        (_cli.Terminal, _cli.Typed) = (true, answer);

        var outcome = await _cli.RunAsync(Samples.Order);

        Assert.Equal(code, outcome.ExitCode);
        Assert.Equal(code == 0, _cli.Server.Requests.Contains(Create));
        Assert.Contains("Go ahead? [y/N] ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_bought_is_not_asked_about()
    {
        using var cli = new CommandLine
        {
            Server = new Stub().OnProblem(Samples.QuoteRequest, HttpStatusCode.UnprocessableEntity, "catalog.price_unknown", "V153 has no price."),
        };

        Assert.Equal(new Outcome(14, "", "kontor: V153 has no price.\n"), await cli.RunAsync([.. Samples.Order, "--yes"]));
    }

    [Fact]
    public async Task A_server_that_has_no_quotes_is_too_old_to_buy_from()
    {
        using var cli = new CommandLine
        {
            Server = new Stub().OnProblem(Samples.QuoteRequest, HttpStatusCode.NotFound, "http.route_not_found", "There is nothing at this address."),
        };

        var outcome = await cli.RunAsync([.. Samples.Order, "--yes"]);

        Assert.Equal((18, 1), (outcome.ExitCode, cli.Server.Requests.Count));
        Assert.Contains("older release", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assumed_price_is_said_to_be_one()
    {
        using var cli = new CommandLine { Server = new Stub().On(Samples.QuoteRequest, Samples.Quote with { Assumed = true }) };

        Assert.Contains("commits you to 4.50 EUR. A part of this price is assumed.", (await cli.RunAsync(Samples.Order)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_reaches_the_order()
    {
        await _cli.RunAsync(
        [
            .. Samples.Order, "--yes", "--no-wait", "--kind", "addon", "--generation", "2", "--label", "@web 2", "--default-user", "root", "--amend",
            "--sold-net", "5.00", "--sold-tax", "0.95", "--sold-currency", "USD", "--fx-rate", "0.91", "--fx-on", "2026-11-01",
        ]);

        var sent = Assert.Single(_cli.Server.Bodies).Deserialize<OrderRequest>(KontorJson.Options)!;
        Assert.Equal(("addon", "1001", Samples.Subject.Fingerprint), (sent.Subject.Kind, sent.Subject.ExternalId, sent.Subject.Fingerprint));
        Assert.Equal(("V153", "EU", Samples.Image, 1, 2), (sent.Plan, sent.Region, sent.Image, sent.TermMonths, sent.Generation));
        Assert.Equal(("@web 2", "root", true), (sent.Label, sent.DefaultUser, sent.Amend));
        Assert.Equal((5.95m, "USD", 0.91m, new DateOnly(2026, 11, 1)), (sent.Sold!.Gross.Amount, sent.Sold.Gross.Currency, sent.Sold.FxRate, sent.Sold.FxOn));
    }

    [Theory]
    [InlineData("--sold-net 5.00", "--sold-net, --sold-tax and --sold-currency go together.")]
    [InlineData("--fx-rate 0.91 --fx-on 2026-11-01", "--sold-net, --sold-tax and --sold-currency go together.")]
    [InlineData("--sold-net 5 --sold-tax 1 --sold-currency USD --fx-rate 0.91", "--fx-rate and --fx-on go together.")]
    [InlineData("--wait --no-wait", "--wait and --no-wait exclude each other.")]
    [InlineData("--sold-net 5,00 --sold-tax 1 --sold-currency USD", "--sold-net must be an amount such as 4.50, not '5,00'.")]
    [InlineData("--registered-on 1.11.2026", "--registered-on must be a day such as 2026-11-01, not '1.11.2026'.")]
    [InlineData("--registered-on 2026-02-30", "--registered-on must be a day such as 2026-11-01, not '2026-02-30'.")]
    [InlineData("--term-months 0", "--term-months must be a whole number from 1, not '0'.")]
    [InlineData("--term-months one", "--term-months must be a whole number from 1, not 'one'.")]
    [InlineData("--kind thing", "--kind must be one of service, addon, not 'thing'.")]
    public async Task Options_that_are_wrong_are_one_sentence_and_nothing_is_asked(string options, string sentence)
    {
        var given = options.Split(' ');
        var order = Samples.Order.ToList();
        if (order.IndexOf(given[0]) is var at and >= 0)
        {
            order.RemoveRange(at, 2);
        }

        Assert.Equal(new Outcome(2, "", $"kontor: {sentence}\n"), await _cli.RunAsync([.. order, .. given]));
        Assert.Empty(_cli.Server.Requests);
    }

    [Fact]
    public async Task All_that_is_missing_is_named_at_once() => Assert.Equal(
        "kontor: 'kontor orders create' needs --region, --image, --external-id, --order, --product; 'kontor orders create --help' explains them.\n",
        (await _cli.RunAsync("orders", "create", "--plan", "V153", "--term-months", "1", "--client", "7", "--registered-on", "2026-11-01")).Errors);

    [Fact]
    public async Task A_quote_alone_buys_nothing()
    {
        var outcome = await _cli.RunAsync("orders", "quote", "--plan", "V153", "--region", "EU", "--image", Samples.Image, "--term-months", "1");

        Assert.Contains("\nprice.committed    4.50 EUR\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal([Samples.QuoteRequest], _cli.Server.Requests);
    }
}
