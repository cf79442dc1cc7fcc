namespace Kontor.Bench;

/// <summary>Request ids as the product makes them.</summary>
internal static class Ids
{
    private static readonly Engine.Common.SystemIdSource Source = new(TimeProvider.System);

    public static Guid New() => Source.NewRequestId();
}
