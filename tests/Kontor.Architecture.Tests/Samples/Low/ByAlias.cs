using Aliased = Kontor.Architecture.Tests.Samples.High.Upstairs;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByAlias
{
    public static int Use() => Aliased.Number;
}
