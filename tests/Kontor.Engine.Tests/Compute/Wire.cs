using System.Net;
using System.Text;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What lies between engine and cloud; a test can answer here in the cloud's place.</summary>
internal sealed class Wire(SimulatedCloud cloud) : DelegatingHandler(new InMemoryDoor(cloud))
{
    private Func<HttpRequestMessage, string?> _answer = _ => null;

    /// <summary>Answers reads of a path with a body of the test's own; anything else reaches the cloud.</summary>
    public void AnswerReadsOf(string path, string json) =>
        _answer = request => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == path ? json : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _answer(request) is { } json ? Task.FromResult(Answer(request, json)) : base.SendAsync(request, cancellationToken);

    private static HttpResponseMessage Answer(HttpRequestMessage request, string json) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
