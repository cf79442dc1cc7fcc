namespace Kontor.Engine.Secrets;

/// <summary>The key file cannot or must not be used. The message is for the person who started Kontor.</summary>
public sealed class KeyFileException(string message) : Exception(message);
