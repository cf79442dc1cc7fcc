namespace Kontor.Server.Host.Settings;

/// <summary>Marks a setting that is a secret: it is never shown, and may be given as the name of a file with <c>File</c> appended.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
