namespace Kontor.Engine.Purchasing;

/// <summary>
/// What tells one sale from another that got the same id: a restored or re-installed billing system hands ids out again.
/// </summary>
/// <param name="Client">The client there.</param>
/// <param name="Order">The order there.</param>
/// <param name="RegisteredOn">The day it was registered there.</param>
/// <param name="Product">The product there.</param>
public sealed record Fingerprint(string Client, string Order, DateOnly RegisteredOn, string Product);
