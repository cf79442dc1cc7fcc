using Kontor.Api.Purchasing;

namespace Kontor.Server.Tests.Purchasing;

/// <summary>Orders to begin a test with.</summary>
internal static class Orders
{
    public const string Ubuntu = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";

    public static SubjectFingerprint Fingerprint { get; } = new()
    {
        Client = "7",
        Order = "55",
        RegisteredOn = new DateOnly(2026, 11, 1),
        Product = "3",
    };

    public static OrderRequest Sample(string externalId = "1001") => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = externalId, Fingerprint = Fingerprint },
        Plan = "V153",
        Region = "EU",
        Image = Ubuntu,
        TermMonths = 1,
        Label = "web 1",
    };
}
