using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;

namespace Kontor.Architecture.Tests;

public sealed class ConnectionTests
{
    private const string Storage = "Kontor.Engine.Storage";

    [Fact]
    public void Only_Storage_opens_connections() =>
        Expect.None(Openers().Where(type => !type.StartsWith(Storage + ".", StringComparison.Ordinal)));

    [Theory]
    [InlineData(Storage + ".Database")]
    [InlineData(Storage + ".DatabaseFileChecks")]
    public void The_rule_sees_those_who_really_do(string opener) => Assert.Contains(opener, Openers());

    private static IEnumerable<string> Openers() =>
        Code.Types.Where(type => type.Dependencies.Any(Opens)).Select(type => type.FullName);

    // A room is handed linq2db's connection by its unit of work; making one is what only Storage may do.
    private static bool Opens(ITypeDependency dependency) => dependency.Target.FullName switch
    {
        "Microsoft.Data.Sqlite.SqliteConnection" => true,
        "LinqToDB.Data.DataConnection" or "LinqToDB.DataContext" => dependency is MethodCallDependency call && IsConstructor(call.TargetMember),
        _ => false,
    };

    private static bool IsConstructor(IMember member) => member.Name.StartsWith(".ctor", StringComparison.Ordinal);
}
