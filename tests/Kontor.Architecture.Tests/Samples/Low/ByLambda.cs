using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByLambda
{
    public static Func<int, int> Use() => number => number + Upstairs.Number;
}
