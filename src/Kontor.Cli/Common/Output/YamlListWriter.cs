namespace Kontor.Cli.Common.Output;

/// <summary>One sequence of all records.</summary>
internal sealed class YamlListWriter<T>(TextWriter output) : RecordWriter<T>(output)
{
    private bool _begun;

    // A sequence of one, each time: sequences without indentation can be put one after the other.
    public override void Write(T record)
    {
        Output.Write(Yaml.Of(RecordJson.Element(record), asItem: true));
        _begun = true;
    }

    public override void End()
    {
        if (!_begun)
        {
            Output.Write("[]\n");
        }

        base.End();
    }
}
