using Kontor.Engine.Common;

namespace Kontor.Engine.Catalog.Import;

/// <summary>Keeps the first fault of a file, so that reading goes on straight and is judged once, at its end.</summary>
internal sealed class FileFaults
{
    public Problem? First { get; private set; }

    public void Report(string path, string sentence) => First ??= CatalogProblems.FileInvalid(path, sentence);
}
