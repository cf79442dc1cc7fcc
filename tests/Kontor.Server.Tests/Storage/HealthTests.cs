using System.Net;
using Kontor.Server.Tests.Host;

namespace Kontor.Server.Tests.Storage;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_that_works_is_live_and_ready_and_says_so_to_anyone()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var http = kontor.Http();

        Assert.Equal("live", (await http.GetAnswerAsync("/health/live")).Json.GetProperty("status").GetString());
        Assert.Equal("ready", (await http.GetAnswerAsync("/health/ready")).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_seen_and_so_is_its_recovery()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var http = kontor.Http();
        kontor.ExecuteSql("ALTER TABLE installation RENAME TO lost");
        var broken = await http.GetAnswerAsync("/health/ready");
        kontor.ExecuteSql("ALTER TABLE lost RENAME TO installation");
        kontor.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "http.not_ready"), (broken.Status, broken.Problem.Code));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAnswerAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAnswerAsync("/health/live")).Status);
    }

    [Fact]
    public async Task The_installation_says_that_its_cloud_is_simulated()
    {
        await using var kontor = await KontorUnderTest.StartAsync();
        var installation = await (await kontor.ClientAsync()).GetInstallationAsync(TestContext.Current.CancellationToken);

        Assert.Equal((true, 26), (installation.Simulated, installation.Id.Length));
        Assert.Matches(@"^\d+\.\d+\.\d+", installation.Version);
    }
}
