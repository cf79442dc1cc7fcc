using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Storage;

internal sealed class ShowInstallation() : Verb("show", "Shows which Kontor answers, its version, and whether its cloud is a simulated one.")
{
    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await call.Client.GetInstallationAsync(call.Cancel));
        return ExitCode.Done;
    }
}
