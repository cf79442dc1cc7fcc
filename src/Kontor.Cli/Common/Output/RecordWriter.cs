namespace Kontor.Cli.Common.Output;

/// <summary>Writes the records of a list as they come.</summary>
internal abstract class RecordWriter<T>(TextWriter output)
{
    protected TextWriter Output { get; } = output;

    public abstract void Write(T record);

    /// <summary>The next record is not there yet: what was written so far can be shown.</summary>
    public virtual void Pause() => Output.Flush();

    /// <summary>There are no more records.</summary>
    public virtual void End() => Output.Flush();
}
