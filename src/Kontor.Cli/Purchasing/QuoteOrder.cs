using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class QuoteOrder : Verb
{
    private readonly MachineOptions _machine;

    public QuoteOrder()
        : base("quote", "Says what an order would cost now, or why it cannot be placed; nothing is reserved.")
    {
        _machine = new MachineOptions(this);
        Examples = ["kontor orders quote --plan V153 --region EU --image d64d5c6c-9dda-4e38-8174-0ee282474d8a --term-months 1"];
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await call.Client.GetQuoteAsync(_machine.In(call), call.Cancel));
        return ExitCode.Done;
    }
}
