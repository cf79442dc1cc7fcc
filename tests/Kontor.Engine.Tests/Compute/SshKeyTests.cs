using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;

namespace Kontor.Engine.Tests.Compute;

/// <summary>What passes as a public key, and what is said about all else without saying it back.</summary>
public sealed class SshKeyTests
{
    private const string Blob = "AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwS+B";

    [Theory]
    [InlineData(SampleKeys.Ed25519)]
    [InlineData(SampleKeys.Rsa2048)]
    [InlineData(SampleKeys.Ecdsa256)]
    [InlineData(SampleKeys.Ecdsa384)]
    [InlineData(SampleKeys.Ecdsa521)]
    [InlineData(SampleKeys.SecurityKeyEd25519)]
    [InlineData(SampleKeys.SecurityKeyEcdsa)]
    [InlineData("ssh-ed25519 " + Blob)]
    public void A_public_key_of_each_kind_is_taken_as_it_is(string line)
    {
        var key = SshKey.Parse(line, "sshKeys[0]").Value;

        Assert.Equal(line, key.Line);
        Assert.StartsWith("SHA256:", key.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_is_the_one_that_ssh_keygen_shows() =>
        Assert.Equal("SHA256:KG7Q3TD+QmkVwveuiMZZ5yuBpWtmDLUGouJpbN4+utI", SshKey.Parse(SampleKeys.Ed25519, "sshKeys[0]").Value.Fingerprint);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ssh-ed25519")]
    [InlineData(Blob)]
    [InlineData("hello world")]
    [InlineData("ssh-ed25519 " + Blob + " me\nssh-ed25519 " + Blob)]
    [InlineData("ssh-ed25519 " + Blob + " me\n")]
    [InlineData("ssh-ed25519 " + Blob + " 😀")]
    [InlineData("ssh-ed25519 " + Blob + " bell\u0007")]
    [InlineData("command=\"reboot\" ssh-ed25519 " + Blob)]
    [InlineData("no-pty ssh-ed25519 " + Blob)]
    [InlineData("ssh-rsa " + Blob)]
    [InlineData("ssh-ed25519 AAAA")]
    [InlineData("ssh-ed25519 not/base64!")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwQ== cut")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwS+BAAAA more")]
    [InlineData("ssh-dss AAAAB3NzaC1kc3MAAAAB old")]
    [InlineData("ssh-ed25519-cert-v01@openssh.com " + Blob)]
    [InlineData(SampleKeys.Rsa1024)]
    public void What_is_no_public_key_is_refused_by_its_field(string line)
    {
        var problem = SshKey.Parse(line, "sshKeys[2]").Problem;

        Assert.Equal(("compute.invalid_field", "sshKeys[2]"), (problem?.Code, problem?.Field));
    }

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIV" + "ATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIV" + "ATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIV" + "ATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIV" + "ATE KEY-----")]
    [InlineData("PuTTY-User-Key-File-3: ssh-ed25519")]
    [InlineData("b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW")]
    public void A_private_key_is_refused_loudly_and_never_said_back(string key)
    {
        var problem = SshKey.Parse(key, "sshKeys[0]").Problem;

        Assert.Equal("compute.private_key_sent", problem?.Code);
        Assert.DoesNotContain(key[..20], problem!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_twice_is_one()
    {
        var keys = SshKey.ParseAll([SampleKeys.Ed25519, $"ssh-ed25519 {Blob} under another name", SampleKeys.AnotherEd25519], "sshKeys");

        Assert.Equal(2, keys.Value.Count);
    }

    [Fact]
    public void Ten_keys_are_enough()
    {
        Assert.Null(SshKey.ParseAll([.. Enumerable.Repeat(SampleKeys.Ed25519, 10)], "sshKeys").Problem);
        Assert.Equal("sshKeys", SshKey.ParseAll([.. Enumerable.Repeat(SampleKeys.Ed25519, 11)], "sshKeys").Problem?.Field);
    }

    [Fact]
    public void A_key_shows_nobodys_name_in_a_log() =>
        Assert.DoesNotContain("example.com", $"{SshKey.Parse(SampleKeys.Ed25519, "sshKeys").Value}", StringComparison.Ordinal);

    [Theory]
    [InlineData("Ab1!Ab1!")]
    [InlineData("Abcdef123!")]
    [InlineData("Zz9?_~#longer-with.other+characters")]
    public void A_password_that_the_provider_takes_is_taken(string password) => Assert.Null(Passwords.Check(password, "password"));

    [Theory]
    [InlineData("")]
    [InlineData("Ab1!Ab1")]
    [InlineData("abcdef123!")]
    [InlineData("ABCDEF123!")]
    [InlineData("Abcdefgh1!")]
    [InlineData("Abcdefgh12!")]
    [InlineData("Abcdef1234")]
    [InlineData("Ab1!Ab1! x")]
    [InlineData("Ab1!Ab1!😀")]
    [InlineData("Ab1!Ab1!\n")]
    [InlineData("Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!Ab1!x")]
    public void A_password_that_the_provider_would_not_take_is_refused_and_not_said_back(string password)
    {
        var problem = Passwords.Check(password, "password");

        Assert.Equal(("compute.invalid_field", "password"), (problem?.Code, problem?.Field));
        Assert.False(password.Length > 0 && problem!.Detail.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_password_that_is_made_is_one_that_is_taken_and_no_two_are_alike()
    {
        var ids = new SystemIdSource(TimeProvider.System);

        var made = Enumerable.Range(0, 500).Select(_ => Passwords.Make(ids).Reveal()).ToList();

        Assert.All(made, password => Assert.Null(Passwords.Check(password, "password")));
        Assert.Equal((500, 24), (made.Distinct().Count(), made.Select(password => password.Length).Distinct().Single()));
    }
}
