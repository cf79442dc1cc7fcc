using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

internal static class ByAsyncBody
{
    public static async Task<int> UseAsync()
    {
        await Task.Yield();
        return Upstairs.Number;
    }
}
