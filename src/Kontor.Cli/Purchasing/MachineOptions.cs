using System.CommandLine;
using Kontor.Api.Catalog;
using Kontor.Cli.Common;

namespace Kontor.Cli.Purchasing;

/// <summary>Which machine is wanted. What decides about money has no default.</summary>
internal sealed class MachineOptions
{
    private readonly Option<string?> _plan = Given.Text("--plan", "The plan, as 'kontor plans list' shows it.", "ID").Needed();
    private readonly Option<string?> _region = Given.Text("--region", "The region, as 'kontor regions list' shows it.", "SLUG").Needed();
    private readonly Option<string?> _image = Given.Text("--image", "The image, as 'kontor images standard' shows it, or a custom one of the client's own.", "ID").Needed();
    private readonly Option<int?> _term = Given.Number("--term-months", "How many months one term lasts.", 1).Needed();
    private readonly Option<string?> _account = Given.Text("--account", "The Contabo account to buy on. Default: the first.", "NAME");

    public MachineOptions(Command command)
    {
        foreach (var option in new Option[] { _plan, _region, _image, _term, _account })
        {
            command.Add(option);
        }
    }

    public QuoteRequest In(Invocation call) => new()
    {
        Plan = call.Given(_plan),
        Region = call.Given(_region),
        Image = call.Given(_image),
        TermMonths = call.Given(_term),
        Account = call.Get(_account),
    };
}
