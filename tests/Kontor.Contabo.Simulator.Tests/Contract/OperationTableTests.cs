using Kontor.Contabo.Simulator.Contract;
using Kontor.ContractTable;

namespace Kontor.Contabo.Simulator.Tests.Contract;

public sealed class OperationTableTests
{
    private static readonly string? Root = FindRoot();

    [Fact]
    public void The_table_has_every_operation_once()
    {
        var operations = OperationTable.Committed.Operations;

        Assert.Equal(155, operations.Count);
        Assert.Equal(155, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.Equal(155, operations.Select(operation => (operation.Method, operation.Path)).Distinct().Count());
        Assert.All(operations, operation => Assert.Contains("x-request-id", operation.RequiredHeaders));
    }

    [Fact]
    public async Task Where_the_description_stands_the_committed_table_is_what_it_says()
    {
        // The vendor's file is not ours to ship. In a plain clone the other tests hold the table consistent with itself.
        var description = Root is null ? null : Path.Combine(Root, "..", "shared", "contabo", "openapi.yaml");
        if (!File.Exists(description))
        {
            return;
        }

        var expected = ContractTableWriter.Write(await File.ReadAllTextAsync(description, TestContext.Current.CancellationToken));
        var committed = await File.ReadAllTextAsync(
            Path.Combine(Root!, "src", "Kontor.Contabo.Simulator", "Contract", "operations.json"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, committed.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_simulated_operation_is_in_the_table()
    {
        var known = OperationTable.Committed.Operations.Select(operation => operation.OperationId).ToHashSet();

        Assert.Equal([], SimulatedOperations.All.Keys.Except(known));
        Assert.Equal(50, SimulatedOperations.All.Count);
    }

    [Fact]
    public void Every_path_finds_its_own_operation()
    {
        foreach (var operation in OperationTable.Committed.Operations)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{[^}]+\}", "17");

            Assert.Equal(operation.OperationId, OperationTable.Committed.Find(operation.Method, path)!.Value.Operation.OperationId);
        }
    }

    [Fact]
    public void Every_rule_we_add_says_how_well_it_is_known()
    {
        var rules = EmbeddedFile.Read<OperationTable.OverlayFile>("Contract.overlay.json").Rules;

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains(rule.Standing, (string[])["documented", "observed", "assumed"]));
        Assert.All(rules, rule => Assert.Equal(rule.Standing == "observed", rule.Date is not null));
    }

    private static string? FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
