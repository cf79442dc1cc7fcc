namespace Kontor.Engine.Tests.Compute;

/// <summary>Public keys of each kind; nobody has their private halves.</summary>
internal static class SampleKeys
{
    public const string Ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC8Wn5tOahAkdSIJzVQQ67hJWe7grHPCmgTCO9UkwS+B me@example.com";

    public const string AnotherEd25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKWk8AerxN/h6xn2he/elMp2933/cnneYg3VIHSzP6HG other";

    public const string Rsa2048 =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCIlGzUlKLACw6TIa8MIlMJ6dG50Uzo7rTtUYIDHD8psHCM2KJO3uHOrzg8IL9iXc286UUEQWzq07zbZVciB7NmeAl6H1yISR76I5L0cARikNoG7lNwlk2/yA8a60iB1WEd1sh9KOFRdJQCAnFI1ChAfbGXrzX+g7QhkGiUVayznJ+o/J42HqM6Jk7NkrgufJkest4LtYOtkrNnBzPlAFIAtkr6P+j0n0QmKzSam+eZ+UlzaEb5DLf6/Mumqx4rKfa9+IXndyrqHKaiyXHJyLRk/Begb0TJFsVll9kuOIL4JmH7728Ea3N9UaOAGqB0rR8rZ8Fq4vYpzVQrnaiydpmh me@example.com";

    public const string Rsa1024 =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQCIlGzUlKLACw6TIa8MIlMJ6dG50Uzo7rTtUYIDHD8psHCM2KJO3uHOrzg8IL9iXc286UUEQWzq07zbZVciB7NmeAl6H1yISR76I5L0cARikNoG7lNwlk2/yA8a60iB1WEd1sh9KOFRdJQCAnFI1ChAfbGXrzX+g7QhkGiUVayznQ== me@example.com";

    public const string Ecdsa256 =
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBB2KkExP/1ebwo/TqAZXYrlY+BCJV5zyF3rnSJqQ99OWTInMyYYmTOqTGemdsDwtpgBrcl3KQHi+qeK2vE4UtpA= me@example.com";

    public const string Ecdsa384 =
        "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBBcvhKZZNPwpd2dYoirQgLNBtJexln2Jog29hCD01FB7oVnOSv866od0R2XDem96NKbGxRJ+dt8KrS9SZQQgJDoB7fzjhLx3xcfpek4OSint4rp8Q0+VqJLbcHPUiKcUpQ== me@example.com";

    public const string Ecdsa521 =
        "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBMwtyNittkOWBfoYjtXw2KQ5MLjh64/EbmPdmramQ5ENlQkAycYg91ktF2AvLjWnJCHu4T51KiekWPBhjn8zw9ReQwzRSinTCid/3QkwEx9nBvGmQFsSHXWjfSKmlZHUPpvAFVxkVyES5H10Kb/ZLqLWm7zcuJr5s4LF54Hf1lRzSnXCIQ== me@example.com";

    public const string SecurityKeyEd25519 =
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIBEqEEvVkB8Tq7/c0Rviir/uqJITOxhhr+bMTJmcycFgAAAABHNzaDo= me@example.com";

    public const string SecurityKeyEcdsa =
        "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBAnfsmm+1hhkJNdmgPW5NrhYuERHLLxeHqWdJCguiz4xmFpvjXHsolAVfXNmvIabZvdUceZ6y1Fngb4mc/x8O3YAAAAEc3NoOg== me@example.com";
}
