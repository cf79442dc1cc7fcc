using System.Reflection;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests;

public sealed class ApiOperationTests
{
    private static readonly MethodInfo[] Methods = typeof(IInstancesClient).Assembly.GetExportedTypes()
        .Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods())
        .Where(method => !method.IsSpecialName)
        .ToArray();

    [Fact]
    public void Every_method_names_its_operation() =>
        Assert.All(Methods, method => Assert.False(string.IsNullOrEmpty(Mark(method)), $"{method.DeclaringType}.{method.Name}"));

    [Fact]
    public void Every_mark_is_in_our_table_of_operations()
    {
        Assert.NotEmpty(Methods);
        Assert.Empty(Methods.Select(Mark).Except(ContractTable.Operations.Keys));
    }

    [Theory]
    [InlineData("/v1/compute/", 32)] // instances, actions, snapshots, images, and their audits
    [InlineData("/v1/secrets", 6)]
    [InlineData("/v1/tags", 11)]
    [InlineData("/v1/data-centers", 1)]
    public void Every_operation_below_these_paths_is_there(string path, int count)
    {
        var wanted = ContractTable.Operations.Where(row => row.Value.Path.StartsWith(path, StringComparison.Ordinal)).Select(row => row.Key).ToArray();

        Assert.Equal(count, wanted.Length);
        Assert.Empty(wanted.Except(Methods.Select(Mark)));
    }

    [Fact]
    public void Every_operation_that_is_no_list_is_tried() => Assert.Equal(
        Methods.Where(method => !IsList(method)).Select(Mark).Distinct().Order(), ClientCalls.ByOperation.Keys.Order());

    private static bool IsList(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static string? Mark(MethodInfo method) => method.GetCustomAttribute<ApiOperationAttribute>()?.OperationId;
}
