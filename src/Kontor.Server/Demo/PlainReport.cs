namespace Kontor.Server.Demo;

/// <summary>Aligned text without colours.</summary>
internal sealed class PlainReport : DemoReport
{
    private bool _afterTable;

    public override void Step(DateTimeOffset at, string step, string text) => Console.WriteLine($"{TimeText(at)}  {step,-18}  {text}");

    public override void Table(string title, string[] columns, IReadOnlyList<string[]> rows)
    {
        var widths = columns.Select((column, index) => rows.Select(row => row[index].Length).Append(column.Length).Max()).ToList();
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var row in rows.Prepend(columns))
        {
            Console.WriteLine("  " + string.Join("  ", row.Select((text, index) => text.PadRight(widths[index]))).TrimEnd());
        }

        _afterTable = true;
    }

    public override void Line(string kind, string text)
    {
        Console.Write(_afterTable ? Environment.NewLine : "");
        Console.WriteLine($"{kind,-10}  {text}");
        _afterTable = false;
    }

    public override void Progress(string text) => Console.WriteLine(text);
}
