using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Kontor.Bench.Calls;

namespace Kontor.Bench.Mirror;

/// <summary>
/// A provider with very many machines that answers with bytes made beforehand, so that what is measured is the reader. It
/// watches how much memory the process has while it is read.
/// </summary>
internal sealed class ListedFleet : HttpMessageHandler
{
    public const int Machines = 100_000;
    private const int PageSize = 100;
    private const string NoRows = """{"_pagination":{"size":100,"totalElements":0,"totalPages":0,"page":1},"data":[],"_links":{}}""";
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _token;
    private readonly byte[][] _pages;

    private ListedFleet(byte[] token, byte[][] pages) => (_token, _pages) = (token, pages);

    /// <summary>Gets how much memory the process had at the most since this was last set to 0, in bytes.</summary>
    public long Peak { get; set; }

    public static async Task<ListedFleet> MakeAsync()
    {
        var recorded = await RecordedReplies.RecordAsync();
        var machine = JsonNode.Parse(recorded.Page)!["data"]![0]!.AsObject();
        machine["status"] = "running";
        machine["ipConfig"] = JsonNode.Parse("""{"v4":{"ip":"198.18.0.1","netmaskCidr":18,"gateway":"198.18.0.1"},"v6":{"ip":"2001:db8::1","netmaskCidr":64,"gateway":"fe80::1"}}""");
        var template = machine.ToJsonString();
        return new ListedFleet(recorded.Token, [.. Enumerable.Range(0, Machines / PageSize).Select(page => PageOf(template, machine, page))]);
    }

    /// <summary>Renames one machine in a hundred.</summary>
    public void ChangeOneInAHundred()
    {
        foreach (var page in _pages)
        {
            // The same number of bytes, so that the page stays as it is.
            var at = page.AsSpan().IndexOf("\"displayName\":\"machine"u8) + "\"displayName\":\""u8.Length;
            page[at] = page[at] == (byte)'m' ? (byte)'M' : (byte)'m';
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Peak = Math.Max(Peak, Environment.WorkingSet);
        var path = request.RequestUri!.AbsolutePath;
        var body = path.EndsWith("/token", StringComparison.Ordinal) ? _token
            : path.EndsWith("/audits", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(NoRows)
            : _pages[int.Parse(HttpUtility.ParseQueryString(request.RequestUri.Query)["page"]!, CultureInfo.InvariantCulture) - 1];
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = Json;
        return Task.FromResult(answer);
    }

    private static byte[] PageOf(string template, JsonObject machine, int page)
    {
        var rows = Enumerable.Range(1 + (page * PageSize), PageSize).Select(number => template
            .Replace(machine["instanceId"]!.ToJsonString(), $"{202_600_000 + number}", StringComparison.Ordinal)
            .Replace("198.18.0.1\",\"netmask", $"198.{18 + (number >> 16)}.{number >> 8 & 255}.{number & 255}\",\"netmask", StringComparison.Ordinal)
            .Replace("2001:db8::1", string.Create(CultureInfo.InvariantCulture, $"2001:db8::{number:x}"), StringComparison.Ordinal)
            .Replace(machine["displayName"]!.ToJsonString(), $"\"machine {number}\"", StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"_pagination":{"size":{{{PageSize}}},"totalElements":{{{Machines}}},"totalPages":{{{Machines / PageSize}}},"page":{{{page + 1}}}},"data":[{{{string.Join(',', rows)}}}],"_links":{}}"""));
    }
}
