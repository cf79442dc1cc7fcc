using Spectre.Console;

namespace Kontor.Server.Demo;

/// <summary>Tables and colours for a person at a terminal.</summary>
internal sealed class TerminalReport : DemoReport
{
    private const int TimeWidth = 19;
    private const int StepWidth = 18;
    private bool _begun;

    /// <summary>Each row is written when it happens and stays: a table drawn anew would not fit a small window.</summary>
    public override void Step(DateTimeOffset at, string step, string text)
    {
        if (!_begun)
        {
            _begun = true;
            Row(new Style(decoration: Decoration.Bold), new Style(decoration: Decoration.Bold), "simulated time", "step", "what happened");
            AnsiConsole.Write(new Rule { Style = new Style(Color.Grey) });
        }

        Row(new Style(Color.Grey), new Style(Color.Green), TimeText(at), step, text);
    }

    public override void Table(string title, string[] columns, IReadOnlyList<string[]> rows)
    {
        var table = new Table().RoundedBorder().Title(Markup.Escape(title)).AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        AnsiConsole.Write(table);
    }

    public override void Line(string kind, string text)
    {
        var color = kind switch
        {
            "agree" => Color.Green,
            "DIFFER" or "differs" => Color.Red,
            _ => Color.Grey,
        };
        AnsiConsole.Write(new Text($"{kind,-10}  ", new Style(color)));
        Console.WriteLine(text);
    }

    public override void Progress(string text) => Console.WriteLine(text);

    private static void Row(Style time, Style step, params string[] texts)
    {
        var row = new Table().Border(TableBorder.None).HideHeaders()
            .AddColumn(new TableColumn("").Width(TimeWidth)).AddColumn(new TableColumn("").Width(StepWidth)).AddColumn("");
        row.AddRow(new Text(texts[0], time), new Text(texts[1], step), new Text(texts[2]));
        AnsiConsole.Write(row);
    }
}
