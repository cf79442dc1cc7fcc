using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Common.Verbs;

/// <summary>Lists what belongs to one thing.</summary>
internal abstract class ListOf<T> : ListVerb<T>
{
    private readonly IdArgument _id;

    protected ListOf(string name, string summary, string empty, IReadOnlyList<Column<T>> columns, IdArgument id)
        : base(summary, empty, columns, name)
    {
        _id = id;
        Add(id);
    }

    protected sealed override IAsyncEnumerable<T> ReadAsync(Invocation call) => ReadAsync(call, call.Get(_id));

    /// <inheritdoc cref="ListVerb{T}.ReadAsync"/>
    protected abstract IAsyncEnumerable<T> ReadAsync(Invocation call, string id);
}
