using Kontor.Engine.Common;
using Kontor.Server.Common;
using Kontor.Server.Purchasing;
using Microsoft.AspNetCore.Mvc;

namespace Kontor.Server.Operations;

/// <summary>Which operations to list.</summary>
internal sealed class OperationPageQuery : SubjectPageQuery
{
    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    public override Problem? Refusal => Status is not null && !OperationMapping.StatusNames.Contains(Status)
        ? HttpProblems.ParameterWrong("status", $"one of {string.Join(", ", OperationMapping.StatusNames)}")
        : base.Refusal;
}
