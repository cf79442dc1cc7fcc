using Kontor.Api.Operations;

namespace Kontor.Api.Compute;

/// <summary>The add-ons that were ordered for a subject's present machine.</summary>
public sealed record AddOnListResponse
{
    /// <summary>Gets them, oldest first.</summary>
    public required IReadOnlyList<AddOnResponse> Items { get; init; }
}

/// <summary>An add-on that was ordered.</summary>
public sealed record AddOnResponse
{
    /// <summary>Gets the add-on: <c>privateNetworking</c> or <c>backup</c>.</summary>
    public required string AddOn { get; init; }

    /// <summary>Gets which one of that name in the generation's life.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Gets whether the client has it now.</summary>
    public required bool Active { get; init; }

    /// <summary>Gets the price as it was sealed.</summary>
    public required AddOnPriceResponse Price { get; init; }

    /// <summary>Gets the operation that buys it.</summary>
    public required OperationResponse Operation { get; init; }
}
