namespace Kontor.Engine.Compute.PlanChange;

/// <summary>A change of plan as it was asked for, with the offer as it was then.</summary>
/// <param name="From">The plan before.</param>
/// <param name="Offer">The offer.</param>
public sealed record SealedPlanChange(string? From, PlanOffer Offer);
