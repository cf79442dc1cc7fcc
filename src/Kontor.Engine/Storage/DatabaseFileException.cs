namespace Kontor.Engine.Storage;

/// <summary>The database cannot or must not be used. The message is for the person who started Kontor.</summary>
public sealed class DatabaseFileException(string message) : Exception(message);
