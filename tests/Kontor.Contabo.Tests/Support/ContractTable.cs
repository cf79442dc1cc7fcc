using System.Text.Json;

namespace Kontor.Contabo.Tests.Support;

/// <summary>Our table of operations, made from the API description.</summary>
internal static class ContractTable
{
    private const string Place = "src/Kontor.Contabo.Simulator/Contract/operations.json";

    public static IReadOnlyDictionary<string, ContractOperation> Operations { get; } = Read();

    private static Dictionary<string, ContractOperation> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root(), Place)));
        return document.RootElement.GetProperty("operations").EnumerateArray().ToDictionary(
            row => row.GetProperty("operationId").GetString()!,
            row => new ContractOperation(
                row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, row.GetProperty("successStatus").GetInt32()));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kontor.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
