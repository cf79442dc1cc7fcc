using System.CommandLine;
using Kontor.Api.Operations;
using Kontor.Cli.Common.Waiting;

namespace Kontor.Cli.Common.Verbs;

/// <summary>Opens an operation, and waits until it is over unless told not to.</summary>
internal abstract class OperationVerb : SendVerb<OperationResponse>
{
    private readonly Option<bool> _wait = Given.Flag("--wait", "Waits until the operation is over; this is the default.");
    private readonly Option<bool> _noWait = Given.Flag("--no-wait", "Returns as soon as the operation is accepted.");

    protected OperationVerb(string name, string summary, bool asks = false)
        : base(name, summary, asks)
    {
        Later.Add(_wait);
        Later.Add(_noWait);
        Validators.Add(result =>
        {
            if (result.GetValue(_wait) && result.GetValue(_noWait))
            {
                result.AddError("--wait and --no-wait exclude each other.");
            }
        });
    }

    protected override async Task<int> FinishAsync(Invocation call, OperationResponse answer)
    {
        if (!call.Get(_noWait))
        {
            return await OperationWatch.RunAsync(call, answer.Id);
        }

        call.Output.Row(answer, OperationColumns.All);
        return ExitCode.Done;
    }
}
