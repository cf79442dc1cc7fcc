using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByIterator
{
    public static IEnumerable<int> Use()
    {
        yield return Upstairs.Number;
    }
}
