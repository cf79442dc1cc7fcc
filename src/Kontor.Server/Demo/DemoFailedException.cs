namespace Kontor.Server.Demo;

/// <summary>The demo cannot go on. The message says why, without a full stop: what to do is said by who catches it.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
