namespace Kontor.Cli.Common.Output;

/// <summary>One array of all records.</summary>
internal sealed class JsonArrayWriter<T>(TextWriter output) : RecordWriter<T>(output)
{
    private bool _begun;

    public override void Write(T record)
    {
        Output.Write(_begun ? ",\n  " : "[\n  ");
        Output.Write(RecordJson.Lines(record).Replace("\n", "\n  ", StringComparison.Ordinal));
        _begun = true;
    }

    public override void End()
    {
        Output.Write(_begun ? "\n]\n" : "[]\n");
        base.End();
    }
}
