using System.CommandLine;

namespace Kontor.Cli.Common.Verbs;

/// <summary>A thing that has verbs.</summary>
internal sealed class Noun : Command
{
    public Noun(string name, string summary, params Verb[] verbs)
        : base(name, summary)
    {
        foreach (var verb in verbs)
        {
            Add(verb);
        }
    }
}
