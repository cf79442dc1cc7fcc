using Kontor.Engine.Catalog;
using Kontor.Engine.Images;
using Kontor.Engine.Tests.Compute;

namespace Kontor.Engine.Tests.Images;

/// <summary>Every field that is not as it must be: one sentence that names it, and nothing happens.</summary>
public sealed class FieldTests : IDisposable
{
    private readonly EngineFixture _engine = new(cloud: Pictures.Roomy);

    public static TheoryData<string, Func<UploadImage, UploadImage>> BadUploads => new()
    {
        { "name", wish => wish with { Name = "" } },
        { "name", wish => wish with { Name = " debian" } },
        { "name", wish => wish with { Name = "debian/12" } },
        { "name", wish => wish with { Name = "débian" } },
        { "name", wish => wish with { Name = "debian 😀" } },
        { "name", wish => wish with { Name = "de\nbian" } },
        { "name", wish => wish with { Name = new string('a', 101) } },
        { "name", wish => wish with { Name = "web k-abcdefghjkmn" } },
        { "description", wish => wish with { Description = new string('a', 256) } },
        { "description", wish => wish with { Description = "a\r\nb" } },
        { "description", wish => wish with { Description = "nice 😀" } },
        { "url", wish => wish with { Url = "" } },
        { "url", wish => wish with { Url = "debian.iso" } },
        { "url", wish => wish with { Url = "ftp://files.example.com/debian.iso" } },
        { "url", wish => wish with { Url = "file:///etc/debian.iso" } },
        { "url", wish => wish with { Url = "https://files.example.com/debian.zip" } },
        { "url", wish => wish with { Url = "https://files.example.com/?name=debian.iso" } },
        { "url", wish => wish with { Url = "https://user:word@files.example.com/debian.iso" } },
        { "url", wish => wish with { Url = "https://files.example.com/debian.iso#part" } },
        { "url", wish => wish with { Url = "https://files.example.com/de bian.iso" } },
        { "url", wish => wish with { Url = "https://files.example.com/😀.iso" } },
        { "url", wish => wish with { Url = $"https://files.example.com/{new string('a', 2048)}.iso" } },
        { "version", wish => wish with { Version = "" } },
        { "version", wish => wish with { Version = "12;5" } },
        { "version", wish => wish with { Version = "😀" } },
        { "version", wish => wish with { Version = new string('1', 51) } },
        { "sizeMib", wish => wish with { SizeMib = 0 } },
        { "sizeMib", wish => wish with { SizeMib = -1 } },
        { "sizeMib", wish => wish with { SizeMib = long.MaxValue } },
        { "osType", wish => wish with { OsType = OsType.Windows } },
    };

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(BadUploads), DisableDiscoveryEnumeration = true)]
    public async Task A_field_that_is_not_as_it_must_be_is_named_and_nothing_happens(string field, Func<UploadImage, UploadImage> spoil)
    {
        var wish = new UploadImage(new("any"), "debian 12", Pictures.Link, OsType.Linux, "12.5", "shop");

        var refused = (await _engine.TryUploadAsync(spoil(wish))).Problem;

        Assert.Equal((field, field == "osType" ? "images.not_windows" : "images.invalid_field"), (refused?.Field, refused?.Code));
        Assert.Equal((0, 0), ((await _engine.AllAsync<CustomImage>()).Count, _engine.Cloud.Requests.Count));
    }

    [Theory]
    [InlineData("https://files.example.com/debian.iso")]
    [InlineData("http://files.example.com:8080/a/b/DEBIAN.QCOW2?X-Amz-Signature=abc%20d")]
    public async Task A_direct_link_to_an_image_is_taken(string url) =>
        Assert.Null((await _engine.TryUploadAsync(Pictures.Upload(await _engine.ClientAsync()) with { Url = url })).Problem);

    [Theory]
    [InlineData("", null, "name")]
    [InlineData("a/b", null, "name")]
    [InlineData("😀", null, "name")]
    [InlineData(null, "a\nb", "description")]
    [InlineData(null, "😀", "description")]
    [InlineData(null, null, "name")]
    public async Task A_new_name_or_description_is_judged_alike(string? name, string? description, string field)
    {
        var refused = (await _engine.TryDescribeAsync(new("any"), name, description)).Problem;

        Assert.Equal(("images.invalid_field", field), (refused?.Code, refused?.Field));
    }
}
