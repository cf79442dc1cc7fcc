using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kontor.Server.Demo;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonReport : DemoReport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Step(DateTimeOffset at, string step, string text) => Write(new { at = at.UtcDateTime, step, text });

    public override void Table(string title, string[] columns, IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            Write(columns.Zip(row).Prepend(("kind", title)).ToDictionary(field => field.Item1, field => field.Item2));
        }
    }

    public override void Line(string kind, string text) => Write(new { kind, text });

    public override void Progress(string text) => Line("progress", text);

    private static void Write<T>(T line) => Console.WriteLine(JsonSerializer.Serialize(line, Readable));
}
