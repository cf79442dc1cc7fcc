namespace Kontor.Api.Compute;

/// <summary>The wish that a machine get a larger plan; one of both is given.</summary>
public sealed record ChangePlanRequest
{
    /// <summary>Gets the plan, such as <c>V154</c>.</summary>
    public string? Plan { get; init; }

    /// <summary>Gets Contabo's number of the offer.</summary>
    public long? OfferId { get; init; }
}
