using System.Text;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Tests.Support;

namespace Kontor.Contabo.Tests.Instances;

public sealed class ReinstallTests
{
    private static readonly ReinstallInstanceRequest Plain = new() { ImageId = "i", DefaultUser = DefaultUser.Admin };

    [Fact]
    public void A_new_installation_writes_what_is_set_and_nothing_else() =>
        Assert.Equal("""{"imageId":"i","defaultUser":"admin"}""", Encoding.UTF8.GetString(Plain.ToJsonBytes()));

    [Fact]
    public void A_new_installation_is_read_back_from_its_bytes()
    {
        var request = Plain with { DefaultUser = new("operator"), SshKeys = [7], RootPassword = 8, UserData = "u" };

        var again = ReinstallInstanceRequest.FromJsonBytes(request.ToJsonBytes());

        Assert.Equal(("i", "operator", 7L, 8L, "u"), (again.ImageId, again.DefaultUser.Value, again.SshKeys![0], again.RootPassword, again.UserData));
    }

    [Fact]
    public async Task A_new_installation_is_sent_with_exactly_the_stored_bytes()
    {
        var cloud = Cloud.Answering(() => Cloud.Json("""{"data":[{"instanceId":100,"createdDate":"2026-11-23T08:00:00Z"}]}"""));
        using var account = new Account(cloud);

        var reinstalled = await account.Client.Instances.ReinstallAsync(
            100, """ {"imageId":"i", "defaultUser":"root"} """u8.ToArray(), Account.WriteId, default);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), reinstalled.CreatedDate);
        Assert.Equal((HttpMethod.Put, """ {"imageId":"i", "defaultUser":"root"} """), (cloud.Calls[0].Method, cloud.Calls[0].Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"imageId":"i"}""")]
    [InlineData("""{"imageId":"","defaultUser":"root"}""")]
    [InlineData("""{"imageId":"i","defaultUser":""}""")]
    [InlineData("""{"defaultUser":"root"}""")]
    public async Task A_new_installation_without_image_or_account_is_never_sent(string body)
    {
        var cloud = new Cloud();
        using var account = new Account(cloud);

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => account.Client.Instances.ReinstallAsync(100, Encoding.UTF8.GetBytes(body), Account.WriteId, default));

        Assert.Empty(cloud.Calls);
    }
}
