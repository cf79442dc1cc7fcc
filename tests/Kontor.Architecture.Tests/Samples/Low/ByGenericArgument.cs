using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByGenericArgument
{
    public static int Use() => new List<Upstairs>().Count;
}
