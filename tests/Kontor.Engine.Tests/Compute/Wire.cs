using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kontor.Contabo.Simulator;
using Kontor.Contabo.Simulator.Doors;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What lies between engine and cloud; a test can answer here in the cloud's place.</summary>
internal sealed class Wire(SimulatedCloud cloud) : DelegatingHandler(new InMemoryDoor(cloud))
{
    private Func<HttpRequestMessage, (int Status, string Json)?> _answer = _ => null;
    private (string Path, string Pattern, string Put)? _change;

    /// <summary>Answers reads of a path with a body of the test's own; anything else reaches the cloud.</summary>
    public void AnswerReadsOf(string path, string json) =>
        _answer = request => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == path ? (200, json) : null;

    /// <summary>Changes what the cloud answers to reads of a path: whatever fits a pattern is put otherwise.</summary>
    public void ChangeReadsOf(string path, string pattern, string put) => _change = (path, pattern, put);

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

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_answer(request) is { } own)
        {
            return Answer(request, own.Status, own.Json);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (_change is { } change && request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == change.Path)
        {
            using (answer)
            {
                return Answer(request, 200, Regex.Replace(await answer.Content.ReadAsStringAsync(cancellationToken), change.Pattern, change.Put));
            }
        }

        return answer;
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, int status, string json) => new((HttpStatusCode)status)
    {
        RequestMessage = request,
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
