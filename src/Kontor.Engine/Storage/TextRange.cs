using LinqToDB;

namespace Kontor.Engine.Storage;

/// <summary>All texts that begin in one way, as a range: an index finds a range, and not what begins so.</summary>
/// <param name="First">The first such text.</param>
/// <param name="End">What comes after the last.</param>
public sealed record TextRange(string First, string End)
{
    /// <summary>All texts that begin so.</summary>
    public static TextRange BeginningWith(string text) => new(text, text + '\uffff');

    /// <summary>The one text.</summary>
    public static TextRange Exactly(string text) => new(text, text + '\0');

    /// <summary>In a query, whether a column lies in a range.</summary>
    /// <remarks>Comparisons of C# become something around the column, a cast or a test for null, and no index is used then.</remarks>
    /// <param name="column">The column, a text or one of our ids.</param>
    /// <param name="first">The <see cref="First"/> of the range.</param>
    /// <param name="end">Its <see cref="End"/>.</param>
    [Sql.Expression("({0} >= {1} AND {0} < {2})", IsPredicate = true, ServerSideOnly = true)]
    public static bool Has<T>(T column, string first, string end) => throw new InvalidOperationException("This stands in queries only.");
}
