using System.Text;
using Kontor.Server.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kontor.Server.Tests.Secrets;

/// <summary>A secret that is easy to find is looked for everywhere it must not be, after its whole life.</summary>
public sealed class CanaryTests
{
    private const string Canary = "C4nary";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_and_its_link_are_in_no_log_line_no_answer_and_not_in_the_database()
    {
        var log = new EverythingLogged();
        await using var kontor = await KontorUnderTest.StartAsync(overrides: services => services.AddLogging(logging =>
            logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter<EverythingLogged>("", LogLevel.Trace)));
        var (operation, path) = await SecretSamples.LinkAsync(kontor);
        var sealedOnly = kontor.DatabaseBytes();
        var answers = await AnswersAsync(kontor, operation, path);
        var token = path["/reveal/".Length..];

        Assert.All([sealedOnly, kontor.DatabaseBytes()], bytes =>
        {
            Assert.True(Contains(bytes, SecretSamples.Purpose), "the search finds nothing at all");
            Assert.False(Contains(bytes, Canary) || Contains(bytes, Convert.ToBase64String(Encoding.UTF8.GetBytes(SecretSamples.Password))[..16]));
            Assert.False(Contains(bytes, token));
        });
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(Canary, StringComparison.Ordinal));
        // What the framework says below a warning is not written by a server.
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(token, StringComparison.Ordinal)
            && (line.Level >= LogLevel.Warning || !line.Category.StartsWith("Microsoft", StringComparison.Ordinal)));
        Assert.DoesNotContain(answers, answer => answer.Text.Contains(Canary, StringComparison.Ordinal) || answer.Text.Contains(token, StringComparison.Ordinal));
    }

    /// <summary>Shows the secret, and reads everything else that is told about it.</summary>
    private static async Task<List<Answer>> AnswersAsync(KontorUnderTest kontor, string operation, string path)
    {
        var http = kontor.Http(await kontor.KeyAsync());
        var staff = kontor.Http(await kontor.KeyAsync(source: null));
        var instance = (await (await kontor.ClientAsync()).Operations.GetAsync(operation, Cancel)).InstanceId;
        List<Answer> answers = [await kontor.Http().GetAnswerAsync(path)];
        var shown = await HttpExtensions.SendAsync(kontor.Http(), new HttpRequestMessage(HttpMethod.Post, path));
        Assert.Contains(Canary, shown.Text, StringComparison.Ordinal);
        answers.Add(await HttpExtensions.SendAsync(kontor.Http(), new HttpRequestMessage(HttpMethod.Post, path)));
        answers.Add(await http.PostJsonAsync($"/api/v1/operations/{operation}/link", "", "link-2"));
        foreach (var read in new[] { $"operations/{operation}", $"instances/{instance}", $"instances/{instance}/links", "events", "tasks", "operations" })
        {
            answers.Add(await http.GetAnswerAsync($"/api/v1/{read}"));
            answers.Add(await staff.GetAnswerAsync($"/api/v1/{read}"));
        }

        return answers;
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
