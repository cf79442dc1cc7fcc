using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

/// <summary>Opens an operation on a machine that makes a password. It is never written here: the operation's link shows it, once.</summary>
internal abstract class SecretOperation(string name, string summary, bool asks = false) : OperationOn(name, summary, new InstanceId(), asks)
{
    protected sealed override async Task<int> FinishAsync(Invocation call, OperationResponse answer)
    {
        var code = await base.FinishAsync(call, answer);
        if (code == ExitCode.Done && MakesSecret(call))
        {
            call.Say($"Once it has succeeded, 'kontor operations link {answer.Id}' makes the link that shows the password once.");
        }

        return code;
    }

    /// <summary>Whether Kontor makes a password for this.</summary>
    protected virtual bool MakesSecret(Invocation call) => true;
}
