namespace Kontor.Contabo.Instances;

internal sealed record RenameInstanceRequest(string DisplayName);
