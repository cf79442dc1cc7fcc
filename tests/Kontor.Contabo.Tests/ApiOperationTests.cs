using System.Reflection;
using System.Text.Json;
using Kontor.Contabo.Instances;

namespace Kontor.Contabo.Tests;

public sealed class ApiOperationTests
{
    private const string TableOfOperations = "src/Kontor.Contabo.Simulator/Contract/operations.json";

    private static readonly MethodInfo[] Methods = typeof(IInstancesClient).Assembly.GetExportedTypes()
        .Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods())
        .Where(method => !method.IsSpecialName)
        .ToArray();

    [Fact]
    public void Every_method_names_its_operation() =>
        Assert.All(Methods, method => Assert.False(string.IsNullOrEmpty(Mark(method)), $"{method.DeclaringType}.{method.Name}"));

    [Fact]
    public void The_operations_this_part_promises_are_there()
    {
        string[] promised =
        [
            "createInstance", "retrieveInstancesList", "retrieveInstance", "patchInstance", "cancelInstance", "retrieveAvailableInstanceProducts",
            "retrieveInstancesAuditsList", "retrieveImageList", "retrieveImage", "retrieveImageAuditsList", "retrieveDataCenterList",
            "retrieveSecretList", "retrieveSecret", "createSecret", "updateSecret", "deleteSecret", "retrieveSecretAuditsList",
            "retrieveTagList", "retrieveTag", "createTag", "updateTag", "deleteTag", "retrieveTagAuditsList",
            "retrieveAssignmentList", "retrieveAssignment", "createAssignment", "deleteAssignment", "retrieveAssignmentsAuditsList",
        ];

        Assert.Empty(promised.Except(Methods.Select(Mark)));
    }

    [Fact]
    public void Every_mark_is_in_our_table_of_operations()
    {
        Assert.NotEmpty(Methods);
        if (FindTable() is not { } path)
        {
            Assert.Skip("Our table of operations does not stand yet.");
            return;
        }

        var table = File.ReadAllText(path);
        Assert.All(Methods.Select(Mark).Distinct(), mark => Assert.Contains($"\"{mark}\"", table, StringComparison.Ordinal));
        using var document = JsonDocument.Parse(table);
    }

    private static string? Mark(MethodInfo method) => method.GetCustomAttribute<ApiOperationAttribute>()?.OperationId;

    private static string? FindTable()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
            {
                var table = Path.Combine(folder.FullName, TableOfOperations);
                return File.Exists(table) ? table : null;
            }
        }

        return null;
    }
}
