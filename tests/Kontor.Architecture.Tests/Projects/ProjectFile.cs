using System.Xml.Linq;

namespace Kontor.Architecture.Tests.Projects;

/// <summary>What a project file says its project uses.</summary>
/// <param name="Folder">The project's folder, from the root.</param>
/// <param name="Content">The parsed file.</param>
internal sealed record ProjectFile(string Folder, XDocument Content)
{
    /// <summary>Gets the projects that ship.</summary>
    public static IReadOnlyList<ProjectFile> Shipped { get; } =
    [
        .. from top in new[] { "src", "samples" }
           from name in Repository.FoldersIn(top)
           from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, top, name), "*.csproj")
           select new ProjectFile($"{top}/{name}", XDocument.Load(file)),
    ];

    /// <summary>Gets the folders of the projects it refers to, from the root.</summary>
    public IEnumerable<string> References =>
        Included("ProjectReference").Select(path => FromRoot(Path.GetDirectoryName(path)!));

    /// <summary>Gets what comes into it from elsewhere without a project reference: libraries by path, sources of others.</summary>
    public IEnumerable<string> Smuggled => Included("Reference")
        .Concat(Included("Compile").Where(path => FromRoot(path) is var file && !file.StartsWith(Folder + "/", StringComparison.Ordinal)));

    private IEnumerable<string> Included(string item) => Content
        .Descendants(item)
        .Select(element => element.Attribute("Include")?.Value.Replace('\\', '/'))
        .OfType<string>();

    private string FromRoot(string path) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Folder, path)));
}
