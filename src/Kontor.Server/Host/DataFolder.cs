namespace Kontor.Server.Host;

/// <summary>The folder of the database.</summary>
internal sealed record DataFolder(string Path);
