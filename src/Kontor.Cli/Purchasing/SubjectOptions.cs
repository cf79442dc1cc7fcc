using System.CommandLine;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;

namespace Kontor.Cli.Purchasing;

/// <summary>What is sold, and what tells this sale from another under the same id.</summary>
internal sealed class SubjectOptions
{
    private readonly Option<string?> _kind = Given.Choice("--kind", "What is sold. Default: service.", "service", "addon");
    private readonly Option<string?> _externalId = Given.Text("--external-id", "Its id in the billing system.", "ID").Needed();
    private readonly Option<string?> _client = Given.Text("--client", "The client there.", "ID").Needed();
    private readonly Option<string?> _order = Given.Text("--order", "The order there.", "ID").Needed();
    private readonly Option<DateOnly?> _registeredOn = Given.Day("--registered-on", "The day it was registered there.").Needed();
    private readonly Option<string?> _product = Given.Text("--product", "The product there.", "ID").Needed();

    public SubjectOptions(Command command)
    {
        foreach (var option in new Option[] { _kind, _externalId, _client, _order, _registeredOn, _product })
        {
            command.Add(option);
        }
    }

    public SubjectRequest In(Invocation call) => new()
    {
        Kind = call.Get(_kind) ?? "service",
        ExternalId = call.Given(_externalId),
        Fingerprint = new SubjectFingerprint
        {
            Client = call.Given(_client),
            Order = call.Given(_order),
            RegisteredOn = call.Given(_registeredOn),
            Product = call.Given(_product),
        },
    };
}
