namespace Kontor.Server.Demo;

/// <summary>The demo must not begin. The message is for the person who started it.</summary>
internal sealed class DemoRefusedException(string message) : Exception(message);
