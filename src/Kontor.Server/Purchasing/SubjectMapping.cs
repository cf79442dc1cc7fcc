using Kontor.Api.Purchasing;
using Kontor.Engine.Purchasing;

namespace Kontor.Server.Purchasing;

/// <summary>Subjects between the wire and the engine.</summary>
internal static class SubjectMapping
{
    public static SubjectKey ToKey(this SubjectRequest sent, string source) => new(source, sent.Kind, sent.ExternalId);

    public static Fingerprint ToEngine(this SubjectFingerprint sent) => new(sent.Client, sent.Order, sent.RegisteredOn, sent.Product);

    public static SubjectResponse ToResponse(this Subject subject) => new()
    {
        Id = subject.Id.Value,
        Source = subject.Source,
        Kind = subject.Kind,
        ExternalId = subject.ExternalId,
        Fingerprint = ToResponse(subject.Fingerprint),
        Generation = subject.Generation,
        CreatedAt = subject.CreatedAt,
    };

    private static SubjectFingerprint ToResponse(Fingerprint fingerprint) => new()
    {
        Client = fingerprint.Client,
        Order = fingerprint.Order,
        RegisteredOn = fingerprint.RegisteredOn,
        Product = fingerprint.Product,
    };
}
