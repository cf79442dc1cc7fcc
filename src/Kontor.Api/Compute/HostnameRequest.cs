namespace Kontor.Api.Compute;

/// <summary>The host name a machine is to have.</summary>
public sealed record HostnameRequest
{
    /// <summary>Gets the name, as RFC 1123 has it, such as <c>web.example.com</c>; null for none.</summary>
    public required string? Hostname { get; init; }
}
