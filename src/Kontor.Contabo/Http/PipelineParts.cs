using Microsoft.Extensions.Logging;
using Polly;

namespace Kontor.Contabo.Http;

/// <summary>What both ways of one account, to the API and to the token endpoint, are made of.</summary>
internal sealed record PipelineParts(
    ContaboOptions Options, HttpMessageHandler Primary, TimeProvider Clock, ILogger Logger, ResiliencePipeline<HttpResponseMessage> Retry);
