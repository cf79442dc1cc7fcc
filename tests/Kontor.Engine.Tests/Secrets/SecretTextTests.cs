using System.Text.Json;
using Kontor.Engine.Secrets;

namespace Kontor.Engine.Tests.Secrets;

/// <summary>A secret in clear is shown only where somebody asks for it by name.</summary>
public sealed class SecretTextTests
{
    private static readonly SecretText Secret = new("p4ssw0rd");

    [Fact]
    public void It_prints_nothing_by_itself_or_in_a_record()
    {
        Assert.Equal("(secret)", $"{Secret}");
        Assert.DoesNotContain("p4ssw0rd", new NewOneTimeLink("shop", "Password", Secret, default).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_written_to_json_by_accident()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Secret));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Password = Secret }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<SecretText>("\"x\""));
    }

    [Fact]
    public void It_gives_itself_to_who_asks() => Assert.Equal("p4ssw0rd", Secret.Reveal());

    [Fact]
    public void The_id_of_a_key_tells_it_from_others_and_shows_nothing_of_it()
    {
        Assert.Equal(SecretRoom.Key(1).Id, SecretRoom.Key(1).Id);
        Assert.NotEqual(SecretRoom.Key(1).Id, SecretRoom.Key(2).Id);
        Assert.Matches("^kek-[0-9a-f]{16}$", SecretRoom.Key(7).ToString());
    }
}
