using Kontor.Api.Images;
using Kontor.Contabo.Simulator;

namespace Kontor.Server.Tests.Images;

/// <summary>A custom image as a client uploads it, and a cloud with room for it.</summary>
internal static class Pictures
{
    public static SimulatorOptions Roomy { get; } = new() { CustomImageBaseMb = 20_000 };

    public static UploadImageRequest Sample(string subject) => new()
    {
        SubjectId = subject,
        Name = "debian 12",
        Url = "https://files.example.com/debian.qcow2?sizeMb=1000&signature=s3cr3t",
        OsType = ImageOsType.Linux,
        Version = "12.5",
    };
}
