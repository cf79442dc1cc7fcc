using System.Net;
using System.Net.Http.Headers;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Secrets;

/// <summary>The door behind a one-time link, as browsers, mail scanners and programs come to it.</summary>
public sealed class RevealTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_shows_a_button_and_burns_nothing_however_often_it_is_done()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);
        var http = kontor.Http();
        for (var look = 0; look < 3; look++)
        {
            var page = await http.GetAnswerAsync(path);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.ContentType));
            Assert.Contains("<form method=\"post\">", page.Text, StringComparison.Ordinal);
            Assert.Contains("Password of root on &lt;web 1&gt;", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("C4nary", page.Text, StringComparison.Ordinal);
            var head = await HttpExtensions.SendAsync(http, new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
        }

        Assert.Contains("C4nary", (await PostAsync(http, path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_shows_the_secret_as_text_once()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);
        var shown = await PostAsync(kontor.Http(), path, new FormUrlEncodedContent([]));
        var again = await PostAsync(kontor.Http(), path, new FormUrlEncodedContent([]));

        Assert.Contains("<pre>C4nary&lt;&amp;&gt;&quot;P4ssw0rd</pre>", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.DoesNotContain("C4nary", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_value_as_json_and_a_problem_afterwards()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);
        var http = kontor.Http();
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var shown = await PostAsync(http, path);
        var again = await PostAsync(http, path);

        Assert.Equal(("application/json", SecretSamples.Password), (shown.ContentType, shown.Json.GetProperty("value").GetString()));
        Assert.Equal((HttpStatusCode.NotFound, "secrets.link_gone"), (again.Status, again.Problem.Code));
    }

    [Fact]
    public async Task Of_fifty_who_press_at_once_one_sees_it()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);
        var http = kontor.Http();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync(http, path)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK && answer.Text.Contains("C4nary", StringComparison.Ordinal));
        Assert.Equal(49, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Used_expired_replaced_unknown_and_malformed_links_have_one_answer_to_the_byte()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (operation, replaced) = await SecretSamples.LinkAsync(kontor);
        var client = await kontor.ClientAsync();
        var used = (await client.Operations.MakeLinkAsync(operation, "link-2", Cancel)).Path;
        var http = kontor.Http();
        await PostAsync(http, used);
        await using var other = await KontorUnderTest.StartAsync();
        var (_, expired) = await SecretSamples.LinkAsync(other);
        other.Clock.Advance(TimeSpan.FromHours(1));

        List<Answer> answers =
        [
            .. await BothAsync(http, used),
            .. await BothAsync(http, replaced),
            .. await BothAsync(other.Http(), expired),
            .. await BothAsync(http, $"/reveal/{new string('A', 43)}"),
            .. await BothAsync(http, "/reveal/x"),
            .. await BothAsync(http, "/reveal/"),
            .. await BothAsync(http, "/reveal/a/b"),
            .. await BothAsync(http, $"/reveal/{new string('x', 3000)}"),
            .. await BothAsync(http, "/reveal/%F0%9F%98%80"),
        ];

        Assert.Equal(
            [(HttpStatusCode.NotFound, answers[0].Text)], answers.Select(answer => (answer.Status, answer.Text)).Distinct());
        Assert.Contains("This link was used, has expired, or never was.", answers[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", true)]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    public async Task Every_page_runs_nothing_and_is_kept_and_told_nowhere(string method, bool live)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var path = live ? (await SecretSamples.LinkAsync(kontor)).Path : "/reveal/x";
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await kontor.Http().SendAsync(request, Cancel);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_burn_nothing(string method)
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);
        var refused = await HttpExtensions.SendAsync(kontor.Http(), new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(kontor.Http(), path)).Status);
    }

    [Fact]
    public async Task An_api_key_is_neither_needed_nor_a_way_around()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var (_, path) = await SecretSamples.LinkAsync(kontor);

        Assert.Equal(HttpStatusCode.OK, (await kontor.Http("kontor_wrong_key").GetAnswerAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(kontor.Http(await kontor.KeyAsync(source: null)), "/reveal/x")).Status);
    }

    private static Task<Answer> PostAsync(HttpClient http, string path, HttpContent? content = null) =>
        HttpExtensions.SendAsync(http, new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    private static async Task<Answer[]> BothAsync(HttpClient http, string path) => [await http.GetAnswerAsync(path), await PostAsync(http, path)];
}
