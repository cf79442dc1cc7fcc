using Kontor.Engine.Common;
using Kontor.Engine.Inventory;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Inventory;

/// <summary>Which findings to list.</summary>
internal sealed class FindingPageQuery : PageQuery
{
    private const string All = "all";

    /// <summary>Gets or sets how they stand; the open ones unless another state is named.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    public override Problem? Refusal =>
        State is not null && State != All && !FindingState.All.Contains(State)
            ? HttpProblems.ParameterWrong("state", $"one of {string.Join(", ", FindingState.All)} or {All}")
        : Kind is not null && !FindingKind.All.Contains(Kind)
            ? HttpProblems.ParameterWrong("kind", $"one of {string.Join(", ", FindingKind.All)}")
        : base.Refusal;

    public FindingFilter ToFilter(int limit) => new(State switch { null => FindingState.Open, All => null, _ => State }, Kind, Before, limit);
}
