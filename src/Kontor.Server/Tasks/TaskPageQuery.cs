using Kontor.Engine.Common;
using Kontor.Engine.Tasks;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Tasks;

/// <summary>Which tasks to list.</summary>
internal sealed class TaskPageQuery : PageQuery
{
    private const string Open = "open";
    private const string All = "all";
    private const string Yes = "true";
    private const string No = "false";
    private const int LongestKind = 64;
    private const int LongestAssignee = 100;

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "assignee")]
    public string? Assignee { get; set; }

    [FromQuery(Name = "overdue")]
    public string? Overdue { get; set; }

    public override Problem? Refusal =>
        State is not (null or Open or All) ? HttpProblems.ParameterWrong("state", $"'{Open}' or '{All}'")
        : Kind is not null && !IsKind(Kind) ? HttpProblems.ParameterWrong("kind", "the kind of a task, such as 'finding'")
        : Assignee is { Length: 0 or > LongestAssignee } ? HttpProblems.ParameterWrong("assignee", $"a name of 1 to {LongestAssignee} characters")
        : Overdue is not (null or Yes or No) ? HttpProblems.ParameterWrong("overdue", $"'{Yes}' or '{No}'")
        : base.Refusal;

    public TaskFilter ToFilter(string? source, DateTimeOffset now, int limit) =>
        new(source, OnlyOpen: State != All, Kind, Assignee, Overdue == Yes ? now : null, After: Before, limit);

    private static bool IsKind(string text) => text.Length is > 0 and <= LongestKind && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '_');
}
