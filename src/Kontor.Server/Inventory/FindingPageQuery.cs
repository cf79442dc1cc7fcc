using Kontor.Engine.Common;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Inventory;

/// <summary>Which findings to list.</summary>
internal sealed class FindingPageQuery : PageQuery
{
    private const string Open = "open";
    private const string All = "all";

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    public bool OnlyOpen => State != All;

    public override Problem? Refusal => State is null or Open or All ? base.Refusal : HttpProblems.ParameterWrong("state", $"'{Open}' or '{All}'");
}
