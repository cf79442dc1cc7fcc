namespace Kontor.FaultSimulation.Lives;

/// <summary>A machine on the account that was not bought through Kontor.</summary>
internal static class Stranger
{
    /// <summary>Its display name.</summary>
    public const string Name = "not ours";
}
