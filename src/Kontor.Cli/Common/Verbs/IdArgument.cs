using System.CommandLine;
using Kontor.Api;

namespace Kontor.Cli.Common.Verbs;

/// <summary>The id of the thing that a verb is about; the shell can complete it.</summary>
internal abstract class IdArgument : Argument<string>
{
    protected IdArgument(string name, string noun)
        : base(name) => (Noun, Description) = (noun, $"The id, as 'kontor {noun} list' shows it.");

    /// <summary>Gets the noun that lists it.</summary>
    public string Noun { get; }

    /// <summary>Reads what there is to choose from, each with a few words about it.</summary>
    public abstract IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken);
}
