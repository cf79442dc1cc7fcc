namespace Kontor.Server.Host;

/// <summary>Something else answers at the address. The message is for the person who started Kontor.</summary>
public sealed class PortTakenException(Uri listen, Exception inner) : Exception(
    $"Port {listen.Port} is in use at {listen.Host}: stop what answers there, or set Listen (KONTOR__Listen) to another port, for example http://{listen.Host}:{listen.Port + 1}.",
    inner);
