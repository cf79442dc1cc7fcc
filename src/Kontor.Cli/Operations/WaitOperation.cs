using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;
using Kontor.Cli.Common.Waiting;

namespace Kontor.Cli.Operations;

internal sealed class WaitOperation : Verb
{
    private readonly OperationId _id = new();

    public WaitOperation()
        : base("wait", "Waits until an operation is over or needs a person, and shows its steps meanwhile.")
    {
        Aliases.Add("watch");
        Add(_id);
        Examples = ["kontor operations wait 01K9ZC3T0000000000000000AB"];
    }

    public override Task<int> RunAsync(Invocation call) => OperationWatch.RunAsync(call, call.Get(_id));
}
