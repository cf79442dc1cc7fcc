namespace Kontor.Architecture.Tests.Samples.High;

/// <summary>What the room below must not use.</summary>
internal sealed class Upstairs
{
    public static int Number { get; } = 1;
}
