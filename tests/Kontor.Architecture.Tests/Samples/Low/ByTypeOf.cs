using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByTypeOf
{
    public static string Use() => typeof(Upstairs).Name;
}
