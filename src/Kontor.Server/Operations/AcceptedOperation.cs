using Kontor.Api.Operations;
using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Server.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kontor.Server.Operations;

/// <summary>The answer to a wish that takes longer than a request: its operation, and where that is.</summary>
internal static class AcceptedOperation
{
    public static Results<Accepted<OperationResponse>, ProblemAnswer> ToAccepted(this Result<Operation> result) =>
        result.Match<Results<Accepted<OperationResponse>, ProblemAnswer>>(
            operation => TypedResults.Accepted($"/api/v1/operations/{operation.Id}", operation.ToResponse()), problem => problem.ToHttp());
}
