using System.CommandLine;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Common.Verbs;

/// <summary>Lists records, page by page as the server gives them.</summary>
internal abstract class ListVerb<T> : Verb
{
    private readonly Option<int?> _limit = Given.Number("--limit", "How many at the most. Default: all.", 1);
    private readonly Option<string?> _columns;

    /// <summary>Begins a list.</summary>
    /// <param name="summary">One sentence.</param>
    /// <param name="empty">What is said when there is none.</param>
    /// <param name="columns">What the table shows.</param>
    /// <param name="name">The verb.</param>
    protected ListVerb(string summary, string empty, IReadOnlyList<Column<T>> columns, string name = "list")
        : base(name, summary)
    {
        (Empty, Columns) = (empty, columns);
        _columns = Given.Text("--columns", $"Which columns the table has: {string.Join(",", columns.Select(column => column.Name))}.", "NAME,NAME");
        Later.Add(_limit);
        Later.Add(_columns);
    }

    public IReadOnlyList<Column<T>> Columns { get; }

    private string Empty { get; }

    public override async Task<int> RunAsync(Invocation call)
    {
        var writer = call.Output.ListOf(Chosen(call.Get(_columns)));
        var count = 0;
        await using var records = ReadAsync(call).Take(call.Get(_limit) ?? int.MaxValue).GetAsyncEnumerator(call.Cancel);
        while (true)
        {
            var next = records.MoveNextAsync();
            if (!next.IsCompleted)
            {
                // The next page is on its way: what there is can be read meanwhile.
                writer.Pause();
            }

            if (!await next)
            {
                break;
            }

            writer.Write(records.Current);
            count++;
        }

        writer.End();
        if (count == 0)
        {
            call.Say(Empty);
        }

        return ExitCode.Done;
    }

    /// <summary>Reads the records.</summary>
    protected abstract IAsyncEnumerable<T> ReadAsync(Invocation call);

    private IReadOnlyList<Column<T>> Chosen(string? names) => names is null
        ? Columns
        : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Find)];

    private Column<T> Find(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new CliException(ExitCode.Usage, $"There is no column '{name}': choose from {string.Join(", ", Columns.Select(column => column.Name))}.");
}
