namespace Kontor.Cli.Common.Verbs;

/// <summary>Shows one record with all its fields.</summary>
internal abstract class ShowVerb<T> : Verb
{
    private readonly IdArgument _id;

    protected ShowVerb(string summary, IdArgument id, string name = "show")
        : base(name, summary)
    {
        _id = id;
        Add(id);
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await ReadAsync(call, call.Get(_id)));
        return ExitCode.Done;
    }

    /// <summary>Reads the record that must be there.</summary>
    protected abstract Task<T> ReadAsync(Invocation call, string id);
}
