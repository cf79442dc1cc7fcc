namespace Kontor.Cli.Common.Verbs;

/// <summary>Changes something at once, and shows the record that came of it.</summary>
internal abstract class ChangeVerb<T>(string name, string summary, bool asks = false) : SendVerb<T>(name, summary, asks)
{
    protected override Task<int> FinishAsync(Invocation call, T answer)
    {
        call.Output.Show(answer);
        return Task.FromResult(ExitCode.Done);
    }
}
