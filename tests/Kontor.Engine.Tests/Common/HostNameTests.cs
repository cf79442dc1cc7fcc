using CsCheck;
using Kontor.Engine.Common;

namespace Kontor.Engine.Tests.Common;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("web", "web")]
    [InlineData("WEB-1.Example.com", "web-1.example.com")]
    [InlineData("3com.example", "3com.example")]
    public void A_name_is_read_in_lower_case(string text, string name) => Assert.Equal(name, HostName.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("web.")]
    [InlineData("-web")]
    [InlineData("web-")]
    [InlineData("web_1")]
    [InlineData("web 1")]
    [InlineData("web\n")]
    [InlineData("wéb")]
    [InlineData("192.0.2.1")]
    [InlineData("7")]
    public void What_is_no_name_is_refused(string text) => Assert.False(HostName.TryParse(text, out _));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_an_end(int length, bool valid) => Assert.Equal(valid, HostName.TryParse(new string('a', length), out _));

    [Fact]
    public void A_name_has_an_end()
    {
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 62), 4))[..251] + ".a";

        Assert.True(HostName.TryParse(longest, out _));
        Assert.False(HostName.TryParse("a" + longest, out _));
    }

    [Fact]
    public void No_text_that_is_read_breaks_out_of_its_line() => Gen.String.Sample(
        text => Assert.True(!HostName.TryParse(text, out var name) || name.ToUserData().Split('\n').Length <= 4));

    [Fact]
    public void User_data_names_the_host_and_where_it_has_one_its_domain()
    {
        Assert.Equal("#cloud-config\nhostname: web\n", HostName.Parse("web").ToUserData());
        Assert.Equal("#cloud-config\nhostname: web\nfqdn: web.example.com\n", HostName.Parse("web.example.com").ToUserData());
    }
}
