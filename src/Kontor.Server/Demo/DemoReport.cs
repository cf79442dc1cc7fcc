namespace Kontor.Server.Demo;

/// <summary>Says what the demo sees, in the form that suits who reads it.</summary>
internal abstract class DemoReport
{
    /// <summary>JSON when asked for; a table for a person at a terminal; plain text for a file or a pipe.</summary>
    public static DemoReport Create(bool jsonLines) => jsonLines ? new JsonReport() : Console.IsOutputRedirected ? new PlainReport() : new TerminalReport();

    /// <summary>A step of a life.</summary>
    public abstract void Step(DateTimeOffset at, string step, string text);

    /// <summary>A small table; the title names what its rows are.</summary>
    public abstract void Table(string title, string[] columns, IReadOnlyList<string[]> rows);

    /// <summary>A figure or a fact.</summary>
    public abstract void Line(string kind, string text);

    /// <summary>How far it is, for who waits.</summary>
    public abstract void Progress(string text);

    /// <summary>What it all comes to.</summary>
    public void Verdict(string text, bool agrees) => Line(agrees ? "agree" : "DIFFER", text);

    protected static string TimeText(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
