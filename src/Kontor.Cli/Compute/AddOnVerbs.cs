using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Api.Tasks;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Purchasing;

namespace Kontor.Cli.Compute;

/// <summary>The option that names an add-on.</summary>
internal static class AddOnNames
{
    public static Option<string?> Option() => Given.Choice("--add-on", "Which add-on.", "privateNetworking", "backup").Needed();
}

internal sealed class ListAddOns() : ListOf<AddOnResponse>(
    "list", "Lists the add-ons that were ordered for the subject's present machine, oldest first.", "No add-on was ordered for it.", All, new SubjectId())
{
    private static readonly Column<AddOnResponse>[] All =
    [
        new("add-on", addOn => addOn.AddOn),
        new("ordinal", addOn => Cell.Number(addOn.Ordinal)),
        new("active", addOn => Cell.YesNo(addOn.Active)),
        new("monthly", addOn => Cell.Money(addOn.Price.Monthly)),
        new("committed", addOn => Cell.Money(addOn.Price.Committed)),
        new("paid-until", addOn => Cell.Day(addOn.Price.PaidUntil)),
        new("operation", addOn => addOn.Operation.Id),
        new("status", addOn => Cell.Word(addOn.Operation.Status)),
    ];

    protected override async IAsyncEnumerable<AddOnResponse> ReadAsync(Invocation call, string id)
    {
        foreach (var addOn in (await call.Client.AddOns.ListAsync(id, call.Cancel)).Items)
        {
            yield return addOn;
        }
    }
}

internal sealed class PriceAddOn : Verb
{
    private readonly SubjectId _subject = new();
    private readonly Option<string?> _addOn = AddOnNames.Option();

    public PriceAddOn()
        : base("price", "Says what an add-on would cost now for the subject's machine, until the end of its paid term; nothing is reserved.")
    {
        Add(_subject);
        Add(_addOn);
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await call.Client.AddOns.GetPriceAsync(call.Get(_subject), call.Given(_addOn), call.Cancel));
        return ExitCode.Done;
    }
}

internal sealed class BuyAddOn : OperationOnSubject
{
    private readonly Option<string?> _addOn = AddOnNames.Option();
    private readonly Option<int?> _ordinal = Given.Number("--ordinal", "Which one of that name: the next after one that failed or was ended. Default: 1.", 1);
    private readonly SoldOptions _sold;

    public BuyAddOn()
        : base("buy", "Buys an add-on for the machine until its contract ends. Shows the price first; the same order again is the same operation.", asks: true)
    {
        Add(_addOn);
        Add(_ordinal);
        _sold = new SoldOptions(this);
        Examples = ["kontor add-ons buy 01K9ZC3T0000000000000000AB --add-on backup"];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var price = await call.Client.AddOns.GetPriceAsync(id, call.Given(_addOn), call.Cancel);
        return $"{call.Given(_addOn)} costs {Cell.Money(price.Monthly)} a month and renews with the machine; "
            + $"until {Cell.Day(price.PaidUntil)} this commits you to {Cell.Money(price.Committed)}.{(price.Assumed ? " A part of this price is assumed." : "")}";
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.AddOns.BuyAsync(
            subject.Id,
            new BuyAddOnRequest
            {
                Generation = generation,
                Fingerprint = subject.Fingerprint,
                AddOn = call.Given(_addOn),
                Ordinal = call.Get(_ordinal) ?? 1,
                Sold = _sold.In(call),
            },
            idempotencyKey,
            call.Cancel);
}

internal sealed class EndAddOn : ChangeOn<TaskResponse>
{
    private readonly Option<string?> _addOn = AddOnNames.Option();
    private readonly Option<int?> _generation = Given.Number("--generation", "Which machine of the subject. Default: the present one.", 1);

    public EndAddOn()
        : base("end", "Ends an add-on for its client, and asks a person to end it in Contabo's panel: until that is done it is paid.", new SubjectId(), asks: true)
    {
        Add(_addOn);
        Add(_generation);
    }

    protected override Task<string> ConsequenceAsync(Invocation call, string id) =>
        Task.FromResult($"The client of subject {id} has {call.Given(_addOn)} no longer; a person must end it in Contabo's panel.");

    protected override async Task<TaskResponse> SendAsync(Invocation call, string id, string idempotencyKey)
    {
        var subject = await call.Client.Subjects.GetAsync(id, call.Cancel);
        var wish = new EndAddOnRequest { Generation = call.Get(_generation) ?? subject.Generation, Fingerprint = subject.Fingerprint };
        return await call.Client.AddOns.EndAsync(id, call.Given(_addOn), wish, idempotencyKey, call.Cancel);
    }
}
