using Kontor.Engine.Common;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Purchasing;

/// <summary>Which part of a list that can be narrowed to one subject.</summary>
internal class SubjectPageQuery : PageQuery
{
    [FromQuery(Name = "subject")]
    public string? Subject { get; set; }

    public SubjectId? SubjectId => Subject is null ? null : new SubjectId(Subject);
}
