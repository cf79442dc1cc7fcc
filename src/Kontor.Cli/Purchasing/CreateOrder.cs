using System.CommandLine;
using Kontor.Api.Catalog;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class CreateOrder : OperationVerb
{
    private readonly MachineOptions _machine;
    private readonly SubjectOptions _subject;
    private readonly SoldOptions _sold;
    private readonly Option<int?> _generation = Given.Number("--generation", "Which machine of the subject this is. Default: 1.", 1);
    private readonly Option<string?> _label = Given.Text("--label", "The readable part of the machine's name. Default: none.");
    private readonly Option<string?> _user = Given.Choice("--default-user", "The user the image gets. Default: admin.", "admin", "root", "administrator");
    private readonly Option<string[]> _keys = SshKeyFiles.Option("Opens the machine to SSH keys from its first start.");
    private readonly Option<bool> _amend = Given.Flag("--amend", "Seals a refused order anew with what differs.");

    public CreateOrder()
        : base("create", "Orders one instance and waits until it runs. Shows the price first; the same order again is the same operation.", asks: true)
    {
        _machine = new MachineOptions(this);
        _subject = new SubjectOptions(this);
        _sold = new SoldOptions(this);
        foreach (var option in new Option[] { _generation, _label, _user, _keys, _amend })
        {
            Add(option);
        }

        Examples =
        [
            "kontor orders create --plan V153 --region EU --image d64d5c6c-9dda-4e38-8174-0ee282474d8a --term-months 1 \\\n"
                + "    --external-id 1001 --client 7 --order 55 --registered-on 2026-11-01 --product 3 --label \"web 1\"",
        ];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call)
    {
        var quote = await call.Client.GetQuoteAsync(_machine.In(call), call.Cancel);
        return $"{quote.Plan} in {quote.Region} on account {quote.Account} for {Months(quote)}: {Cell.Money(quote.Price.Monthly)} a month, "
            + $"{Cell.Money(quote.Price.Setup)} set-up; this commits you to {Cell.Money(quote.Price.Committed)}.{(quote.Assumed ? " A part of this price is assumed." : "")}";
    }

    protected override async Task<OperationResponse> SendAsync(Invocation call, string idempotencyKey)
    {
        var order = await call.Client.Orders.CreateAsync(await OrderInAsync(call), idempotencyKey, call.Cancel);
        call.Say($"Order {order.Id} for subject {order.Subject.Id}; operation {order.Operation.Id} carries it out.");
        return order.Operation;
    }

    private static string Months(QuoteResponse quote) => quote.TermMonths == 1 ? "1 month" : $"{Cell.Number(quote.TermMonths)} months";

    private async Task<OrderRequest> OrderInAsync(Invocation call)
    {
        var machine = _machine.In(call);
        return new OrderRequest
        {
            Subject = _subject.In(call),
            Generation = call.Get(_generation) ?? 1,
            Plan = machine.Plan,
            Region = machine.Region,
            Image = machine.Image,
            TermMonths = machine.TermMonths,
            Label = call.Get(_label) ?? "",
            DefaultUser = call.Get(_user) ?? "admin",
            SshKeys = await SshKeyFiles.ReadAsync(call, _keys),
            Account = machine.Account,
            Sold = _sold.In(call),
            Amend = call.Get(_amend),
        };
    }
}
