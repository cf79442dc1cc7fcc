using System.Net;
using System.Text;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What lies between engine and cloud; a test can answer here in the cloud's place.</summary>
internal sealed class Wire(SimulatedCloud cloud) : DelegatingHandler(new InMemoryDoor(cloud))
{
    private Func<HttpRequestMessage, (int Status, string Json)?> _answer = _ => null;

    /// <summary>Answers reads of a path with a body of the test's own; anything else reaches the cloud.</summary>
    public void AnswerReadsOf(string path, string json) =>
        _answer = request => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == path ? (200, json) : null;

    /// <summary>Answers posts to a path with a status and a body of the test's own; anything else reaches the cloud.</summary>
    public void AnswerWritesOf(string path, int status, string json) =>
        _answer = request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == path ? (status, json) : null;

    /// <summary>Gets the bodies of all that was sent, oldest first.</summary>
    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            Bodies.Add(await content.ReadAsStringAsync(cancellationToken));
        }

        return await AnswerAsync(request, cancellationToken);
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _answer(request) is { } answer ? Task.FromResult(Answer(request, answer.Status, answer.Json)) : base.SendAsync(request, cancellationToken);

    private static HttpResponseMessage Answer(HttpRequestMessage request, int status, string json) => new((HttpStatusCode)status)
    {
        RequestMessage = request,
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
