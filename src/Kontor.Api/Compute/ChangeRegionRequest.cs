namespace Kontor.Api.Compute;

/// <summary>The wish that Contabo's staff move a machine to another region; its addresses change.</summary>
public sealed record ChangeRegionRequest
{
    /// <summary>Gets where to, by the region's slug.</summary>
    public required string Region { get; init; }

    /// <summary>Gets how: <c>migration</c> takes its disk along, <c>installation</c> loses it.</summary>
    public required string Method { get; init; }

    /// <summary>Gets or sets whether it is agreed to that its disk is lost; needed for <c>installation</c>. Default: it is not.</summary>
    public bool Loses { get; set; }
}
