using System.CommandLine;
using System.Text;

namespace Kontor.Cli.Common.Help;

/// <summary>Writes the language of man(7).</summary>
internal sealed class Roff
{
    private readonly StringBuilder _text = new();

    public static string Bold(string text) => $"\\fB{Escape(text)}\\fR";

    public static string Italic(string text) => $"\\fI{Escape(text)}\\fR";

    /// <summary>The text, with what the language would read as its own spelt out.</summary>
    public static string Escape(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("'", "\\(aq", StringComparison.Ordinal).Replace("~", "\\(ti", StringComparison.Ordinal);
        return escaped.StartsWith('.') ? $"\\&{escaped}" : escaped;
    }

    public Roff Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public Roff Text(string text) => Line(Escape(text));

    public Roff Section(string title) => Line($".SH {title}");

    public Roff Part(string title) => Line($".SS {Escape(title)}");

    public Roff Term(string term, string text) => Line(".TP").Line(term).Text(text);

    public Roff Term(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name).Select(Bold));
        return Term(option.HelpName is { } value ? $"{names} {Italic(value)}" : names, option.Description!);
    }

    public Roff Options(string title, IEnumerable<Option> options)
    {
        Section(title);
        foreach (var option in options)
        {
            Term(option);
        }

        return this;
    }

    public Roff Examples(IReadOnlyList<string> examples)
    {
        if (examples.Count == 0)
        {
            return this;
        }

        Line(".PP").Line(examples.Count == 1 ? "Example:" : "Examples:").Line(".PP").Line(".nf").Line(".RS 4");
        foreach (var line in examples.SelectMany(example => example.Split('\n')))
        {
            Text(line);
        }

        return Line(".RE").Line(".fi");
    }

    public override string ToString() => _text.ToString();
}
