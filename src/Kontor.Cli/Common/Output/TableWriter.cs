namespace Kontor.Cli.Common.Output;

/// <summary>Columns. The widths are those of the first page, so that a long list is shown while it is read.</summary>
internal sealed class TableWriter<T>(TextWriter output, IReadOnlyList<Column<T>> columns, bool colours) : RecordWriter<T>(output)
{
    private readonly List<string[]> _rows = [];
    private readonly Grid _grid = new(output, [.. columns.Select(column => column.Name)], colours);

    public override void Write(T record) => _rows.Add([.. columns.Select(column => column.Text(record) ?? Cell.None)]);

    public override void Pause()
    {
        if (_rows.Count > 0)
        {
            _grid.Write(_rows);
            _rows.Clear();
        }

        base.Pause();
    }

    public override void End() => Pause();
}
