using Kontor.Api.Common;

namespace Kontor.Api.Compute;

/// <summary>The plans that a machine may be changed into, as Contabo offered them for this answer.</summary>
public sealed record PlanOffersResponse
{
    /// <summary>Gets the plan the machine has; null before Contabo has said.</summary>
    public required string? Current { get; init; }

    /// <summary>Gets the offers.</summary>
    public required IReadOnlyList<PlanOfferResponse> Items { get; init; }
}

/// <summary>A plan that a machine may be changed into, with what that would cost more. What Contabo does not say is null.</summary>
public sealed record PlanOfferResponse
{
    /// <summary>Gets Contabo's number of the offer.</summary>
    public required long? OfferId { get; init; }

    /// <summary>Gets the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Gets what it is called.</summary>
    public required string? Name { get; init; }

    /// <summary>Gets its cores.</summary>
    public required long? CpuCores { get; init; }

    /// <summary>Gets its memory, in MiB.</summary>
    public required long? RamMib { get; init; }

    /// <summary>Gets its disk, in MiB.</summary>
    public required long? DiskMib { get; init; }

    /// <summary>Gets what one month costs.</summary>
    public required MoneyAmount? Monthly { get; init; }

    /// <summary>Gets how much more than today one month costs.</summary>
    public required MoneyAmount? Difference { get; init; }

    /// <summary>Gets whether it works without a new installation.</summary>
    public required bool? LiveMigration { get; init; }

    /// <summary>Gets why it does not, in Contabo's word.</summary>
    public required string? LiveMigrationDisabledReason { get; init; }

    /// <summary>Gets whether the machine would have to move.</summary>
    public required bool? LocationChangeRequired { get; init; }

    /// <summary>Gets what has to be agreed to, in Contabo's words, such as <c>ip_change</c>.</summary>
    public required IReadOnlyList<string> RequiredConfirmations { get; init; }
}
