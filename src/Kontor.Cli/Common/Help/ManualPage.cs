using System.CommandLine;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Help;

/// <summary>Pages of the manual, in the language of man(7).</summary>
internal static class ManualPage
{
    /// <summary>Makes all pages, by the name of their file.</summary>
    public static IEnumerable<(string Name, string Text)> All(RootCommand root)
    {
        yield return ("kontor.1", OfProgram(root));
        foreach (var noun in root.Subcommands.OfType<Noun>())
        {
            yield return ($"kontor-{noun.Name}.1", OfNoun(noun));
        }

        foreach (var verb in VerbsOf(root))
        {
            yield return ($"kontor-{verb.Name}.1", OfVerb(verb));
        }
    }

    private static string OfProgram(RootCommand root)
    {
        var page = Begin("kontor", root.Description!);
        page.Section("SYNOPSIS").Line(".B kontor").Line($"{Roff.Italic("NOUN")} {Roff.Italic("VERB")} [{Roff.Italic("OPTION")} ...]");
        page.Section("COMMANDS");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            page.Term(Roff.Bold(command.Name), command.Description!);
        }

        return End(page.Options("OPTIONS", CommandFacts.OptionsOf(root)), root.Subcommands.OfType<Noun>().Concat<Command>(VerbsOf(root)).Select(command => $"kontor-{command.Name}"));
    }

    /// <summary>The verbs that belong to no noun.</summary>
    private static IEnumerable<Verb> VerbsOf(RootCommand root) => root.Subcommands.OfType<Verb>().Where(verb => !verb.Hidden);

    private static string OfVerb(Verb verb)
    {
        var page = Begin($"kontor-{verb.Name}", verb.Description!);
        page.Section("SYNOPSIS").Line($".B kontor {verb.Name}").Line($"{ArgumentsOf(verb)} [{Roff.Italic("OPTION")} ...]".TrimStart());
        page.Section("OPTIONS");
        DescribeParts(page, verb);
        page.Options("OPTIONS OF EVERY VERB", CommandFacts.OptionsOf((Command)verb.Parents.Single()));
        return End(page, ["kontor"]);
    }

    private static string OfNoun(Noun noun)
    {
        var page = Begin($"kontor-{noun.Name}", noun.Description!);
        page.Section("SYNOPSIS").Line($".B kontor {noun.Name}").Line($"{Roff.Italic("VERB")} [{Roff.Italic("OPTION")} ...]");
        page.Section("VERBS");
        foreach (var verb in noun.Subcommands.OfType<Verb>())
        {
            Describe(page, noun, verb);
        }

        page.Options("OPTIONS OF EVERY VERB", CommandFacts.OptionsOf(noun));
        return End(page, ["kontor"]);
    }

    private static void Describe(Roff page, Noun noun, Verb verb)
    {
        var required = string.Concat(verb.Options.Where(option => option.Required).Select(option => $" {option.Name} {option.HelpName}"));
        page.Part($"kontor {noun.Name} {verb.Name}{ArgumentsOf(verb)}{required}").Text(verb.Description!);
        foreach (var alias in verb.Aliases)
        {
            page.Line(".br").Line($"{Roff.Bold(alias)} is the same.");
        }

        DescribeParts(page, verb);
    }

    private static string ArgumentsOf(Verb verb) => string.Concat(verb.Arguments.Select(argument => $" {argument.Name.ToUpperInvariant()}"));

    private static void DescribeParts(Roff page, Verb verb)
    {
        foreach (var argument in verb.Arguments)
        {
            page.Term(Roff.Italic(argument.Name.ToUpperInvariant()), argument.Description!);
        }

        foreach (var option in verb.Options.Where(option => !option.Hidden))
        {
            page.Term(option);
        }

        page.Examples(verb.Examples);
    }

    private static Roff Begin(string name, string summary)
    {
        var page = new Roff().Line($".TH {name.ToUpperInvariant()} 1 \"\" \"Kontor\" \"Kontor manual\"");
        page.Section("NAME").Line($"{Roff.Escape(name)} \\- {Roff.Escape(summary.TrimEnd('.'))}");
        return page;
    }

    private static string End(Roff page, IEnumerable<string> seeAlso)
    {
        page.Section("EXIT STATUS");
        foreach (var (code, meaning) in ExitCodeTexts.All)
        {
            page.Term(Roff.Bold($"{code}"), meaning);
        }

        page.Section("ENVIRONMENT")
            .Term(Roff.Bold("KONTOR_URL"), "The address of Kontor.")
            .Term(Roff.Bold("KONTOR_API_KEY"), "The API key.")
            .Term(Roff.Bold("NO_COLOR"), "When set, nothing has colours.");
        page.Section("FILES").Term(Roff.Italic("~/.config/kontor/cli.json"), "Address and key: url and apiKey. It must be closed to others (mode 0600).");
        page.Section("SEE ALSO").Line(string.Join(",\n", seeAlso.Select(name => $"{Roff.Bold(name)}(1)")));
        return page.ToString();
    }
}
