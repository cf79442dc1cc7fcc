using LinqToDB;
using LinqToDB.DataProvider.SQLite;
using LinqToDB.Internal.DataProvider.SQLite;
using LinqToDB.Internal.SqlProvider;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Mapping;

namespace Kontor.Engine.Storage;

/// <summary>linq2db's provider for SQLite, which here translates a query into SQL once and keeps the text.</summary>
/// <remarks>
/// Left alone, linq2db makes the text anew at each run of a statement that has a parameter of a type that can be null,
/// which any text can, because under C#'s rules for null the text depends on it. Kontor compares by SQL's own rules
/// (<see cref="CompareNulls.LikeSql"/>), under which it does not. ADR 0009 has the figures.
/// </remarks>
internal sealed class OneTextProvider : SQLiteDataProvider
{
    private readonly OneTextOptimizer _optimizer;

    public OneTextProvider()
        : base(ProviderName.SQLiteMS, SQLiteProvider.Microsoft)
    {
        // Otherwise the LIMIT 1 of every "first or none" query has its SQL built anew each time: measured 27 KB against 6 KB.
        SqlProviderFlags.AcceptsTakeAsParameter = false;
        _optimizer = new OneTextOptimizer(SqlProviderFlags);
    }

    public override ISqlOptimizer GetSqlOptimizer(DataOptions dataOptions) => _optimizer;

    private sealed class OneTextOptimizer(SqlProviderFlags flags) : SQLiteSqlOptimizer(flags)
    {
        public override bool IsParameterDependedElement(
            NullabilityContext nullability, IQueryElement element, DataOptions dataOptions, MappingSchema mappingSchema) => element switch
            {
                SqlParameter parameter => !parameter.IsQueryParameter,
                SqlPredicate.ExprExpr comparison => IsDecidedByValues(comparison),
                // A filter that may be left out is; the index is used for what remains.
                SqlPredicate.IsNull test => test.Expr1.IsMutable(),
                _ => base.IsParameterDependedElement(nullability, element, dataOptions, mappingSchema),
            };

        /// <summary>A comparison of values with each other is computed here and never sent.</summary>
        private static bool IsDecidedByValues(SqlPredicate.ExprExpr comparison) =>
            comparison.Expr1.CanBeEvaluated(withParameters: true) && comparison.Expr2.CanBeEvaluated(withParameters: true);
    }
}
