using Kontor.Contabo.Tests.Support;
using Microsoft.Extensions.Options;

namespace Kontor.Contabo.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<ContaboOptions>> Wrongs => new()
    {
        { "ClientId", options => options.ClientId = "" },
        { "ClientSecret", options => options.ClientSecret = "" },
        { "ApiUser", options => options.ApiUser = "" },
        { "ApiPassword", options => options.ApiPassword = "" },
        { "ApiUrl", options => options.ApiUrl = new Uri("http://api.contabo.com") },
        { "ApiUrl", options => options.ApiUrl = new Uri("https://user:pass@api.contabo.com") },
        { "ApiUrl", options => options.ApiUrl = new Uri("/relative", UriKind.Relative) },
        { "TokenUrl", options => options.TokenUrl = new Uri("ftp://localhost/token") },
        { "ReadTimeout", options => options.ReadTimeout = TimeSpan.Zero },
        { "OrderTimeout", options => options.OrderTimeout = TimeSpan.FromHours(1) },
        { "ReadRetries", options => options.ReadRetries = 11 },
        { "RetryDelay", options => options.RetryDelay = TimeSpan.Zero },
        { "RequestsPerSecond", options => options.RequestsPerSecond = 0 },
        { "ConcurrentRequests", options => options.ConcurrentRequests = 0 },
        { "PageSize", options => options.PageSize = 0 },
        { "TraceId", options => options.TraceId = "line\nbreak" },
    };

    [Theory]
    [MemberData(nameof(Wrongs), DisableDiscoveryEnumeration = true)]
    public void A_wrong_setting_is_refused_by_name(string key, Action<ContaboOptions> spoil)
    {
        using var cloud = new Cloud();

        var exception = Assert.Throws<OptionsValidationException>(() => new Account(cloud, spoil));

        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client-secret-7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_those_documented()
    {
        var options = new ContaboOptions();

        Assert.Equal((30, 100), ((int)options.ReadTimeout.TotalSeconds, (int)options.OrderTimeout.TotalSeconds));
        Assert.Equal((5, 4, 100), (options.RequestsPerSecond, options.ConcurrentRequests, options.PageSize));
        Assert.Equal("https://api.contabo.com/", options.ApiUrl.AbsoluteUri);
    }
}
