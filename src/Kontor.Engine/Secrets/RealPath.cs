namespace Kontor.Engine.Secrets;

/// <summary>Where a path really leads.</summary>
internal static class RealPath
{
    /// <summary>The path without links; what does not exist is taken as it is written.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        var entry = new FileInfo(here);
        return entry.LinkTarget is null || entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target ? here : Of(target.FullName);
    }
}
