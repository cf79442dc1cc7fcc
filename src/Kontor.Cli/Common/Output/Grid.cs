using Spectre.Console;

namespace Kontor.Cli.Common.Output;

/// <summary>Rows under headings: plain text for programs and files, colours for a terminal.</summary>
/// <param name="output">Where to.</param>
/// <param name="names">The names of the columns.</param>
/// <param name="colours">Whether for a terminal.</param>
internal sealed class Grid(TextWriter output, IReadOnlyList<string> names, bool colours)
{
    /// <summary>A terminal breaks a long line by itself and gives it back whole when it is copied.</summary>
    private const int NeverBreak = 100_000;

    private const string Gap = "  ";

    private readonly string[] _headings = [.. names.Select(name => name.ToUpperInvariant().Replace('-', ' '))];
    private int[]? _widths;

    /// <summary>Writes some rows; the headings stand over the first.</summary>
    public void Write(IEnumerable<string[]> rows)
    {
        var safe = rows.Select(row => Array.ConvertAll(row, Visible.Text)).ToList();
        var isFirst = _widths is null;
        _widths ??= [.. _headings.Select((heading, column) => safe.Select(row => row[column].Length).Append(heading.Length).Max())];
        if (colours)
        {
            Colour(safe, isFirst);
            return;
        }

        foreach (var row in isFirst ? safe.Prepend(_headings) : safe)
        {
            output.Write($"{string.Join(Gap, row.Select((cell, column) => cell.PadRight(_widths[column]))).TrimEnd()}\n");
        }
    }

    private void Colour(IEnumerable<string[]> rows, bool withHeadings)
    {
        var table = new Table().NoBorder();
        table.ShowHeaders = withHeadings;
        for (var column = 0; column < names.Count; column++)
        {
            // The width is a minimum only; a later page may have a longer text.
            table.AddColumn(new TableColumn(new Text(_headings[column].PadRight(_widths![column]), Paint.Heading)).NoWrap().PadLeft(0).PadRight(Gap.Length));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select((cell, column) => new Text(cell.PadRight(_widths![column]), Paint.Of(names[column], cell))));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = NeverBreak;
        console.Write(table);
    }
}
