namespace Kontor.Cli.Common.Output;

/// <summary>One record a line.</summary>
internal sealed class JsonLineWriter<T>(TextWriter output) : RecordWriter<T>(output)
{
    public override void Write(T record)
    {
        Output.Write(RecordJson.Line(record));
        Output.Write('\n');
    }
}
