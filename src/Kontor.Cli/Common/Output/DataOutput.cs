namespace Kontor.Cli.Common.Output;

/// <summary>Writes data in the format that was asked for.</summary>
internal sealed class DataOutput(Surroundings surroundings, OutputFormat format)
{
    private TextWriter Writer => surroundings.Output;

    /// <summary>Gets what writes the records of a list.</summary>
    public RecordWriter<T> ListOf<T>(IReadOnlyList<Column<T>> columns) => format switch
    {
        OutputFormat.Json => new JsonArrayWriter<T>(Writer),
        OutputFormat.Jsonl => new JsonLineWriter<T>(Writer),
        OutputFormat.Yaml => new YamlListWriter<T>(Writer),
        _ => new TableWriter<T>(Writer, columns, surroundings.ColoursData),
    };

    /// <summary>Writes one record with all its fields.</summary>
    public void Show<T>(T record)
    {
        if (format == OutputFormat.Table)
        {
            Details.Write(Writer, RecordJson.Element(record), surroundings.ColoursData);
            Writer.Flush();
            return;
        }

        Document(record);
    }

    /// <summary>Writes one record; as a table it is one row.</summary>
    public void Row<T>(T record, IReadOnlyList<Column<T>> columns)
    {
        if (format == OutputFormat.Table)
        {
            var table = ListOf(columns);
            table.Write(record);
            table.End();
            return;
        }

        Document(record);
    }

    private void Document<T>(T record)
    {
        Writer.Write(format switch
        {
            OutputFormat.Jsonl => RecordJson.Line(record) + "\n",
            OutputFormat.Yaml => Yaml.Of(RecordJson.Element(record)),
            _ => RecordJson.Lines(record) + "\n",
        });
        Writer.Flush();
    }
}
