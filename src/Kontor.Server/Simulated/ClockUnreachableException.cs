namespace Kontor.Server.Simulated;

/// <summary>The simulated cloud does not tell its time. The message is for the person who started Kontor.</summary>
public sealed class ClockUnreachableException(Uri clock, Exception inner) : Exception(
    $"SimulatedClock is {clock} and nothing tells the time there ({inner.Message}): start the simulated cloud first, or remove the setting to go by real time.",
    inner);
