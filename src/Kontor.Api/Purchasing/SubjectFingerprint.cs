namespace Kontor.Api.Purchasing;

/// <summary>
/// What tells one sale from another that got the same id: a restored or re-installed billing system hands ids out again.
/// </summary>
public sealed record SubjectFingerprint
{
    /// <summary>Gets the client in the billing system, 1 to 64 characters.</summary>
    public required string Client { get; init; }

    /// <summary>Gets the order in the billing system, 1 to 64 characters.</summary>
    public required string Order { get; init; }

    /// <summary>Gets the day it was registered there, from 1990-01-01 to 2199-12-31.</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Gets the product in the billing system, 1 to 64 characters.</summary>
    public required string Product { get; init; }
}
