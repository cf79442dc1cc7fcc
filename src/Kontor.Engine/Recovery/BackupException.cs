namespace Kontor.Engine.Recovery;

/// <summary>A backup cannot be made, read or restored; the message is one sentence with the cure.</summary>
public sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
