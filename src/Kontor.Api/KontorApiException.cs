using System.Net;
using Kontor.Api.Common;

namespace Kontor.Api;

/// <summary>The server refused. Broken networks throw <see cref="HttpRequestException"/> instead, and then nothing is known.</summary>
public sealed class KontorApiException : Exception
{
    /// <summary>Makes the exception of an answer.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="problem">Its body; null when it was not a problem, so that something else than Kontor may have answered.</param>
    public KontorApiException(HttpStatusCode status, ProblemResponse? problem)
        : base(problem?.Detail ?? $"The answer has status {(int)status} and is not Kontor's: check the address and what stands between.") =>
        (Status, Problem) = (status, problem);

    /// <summary>Gets the status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Gets the whole problem; null when the answer was not one.</summary>
    public ProblemResponse? Problem { get; }

    /// <summary>Gets the stable name of the problem; null when the answer was not one.</summary>
    public string? Code => Problem?.Code;

    /// <summary>Gets one sentence for a person.</summary>
    public string Detail => Message;

    /// <summary>Gets the field, parameter or header at fault; null when no single one is.</summary>
    public string? Field => Problem?.Field;
}
