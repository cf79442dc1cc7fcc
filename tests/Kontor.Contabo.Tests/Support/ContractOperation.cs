using System.Text.RegularExpressions;

namespace Kontor.Contabo.Tests.Support;

/// <summary>A row of our table of operations; the path has names in braces where ids stand.</summary>
internal sealed record ContractOperation(string Method, string Path, int SuccessStatus)
{
    public bool IsAt(string path) => Regex.IsMatch(path, $"^{Regex.Replace(Path, @"\{\w+\}", "[^/]+")}$");
}
