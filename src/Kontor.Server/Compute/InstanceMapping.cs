using Kontor.Api.Compute;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Inventory;

namespace Kontor.Server.Compute;

/// <summary>Instances on the wire.</summary>
internal static class InstanceMapping
{
    public static InstanceResponse ToResponse(this ShownInstance shown)
    {
        var (resource, mirror) = (shown.Resource, shown.Mirror);
        return new InstanceResponse
        {
            Id = resource.Id.Value,
            Account = resource.Account.Value,
            ProviderId = resource.ProviderId.Value,
            SubjectId = resource.SubjectId?.Value,
            Generation = resource.Generation,
            Adopted = resource.Origin == Resource.Adopted,
            Gone = resource.State == Resource.Gone,
            Status = mirror.Status,
            Label = resource.Label,
            Hostname = resource.Hostname,
            DisplayName = mirror.DisplayName,
            Plan = mirror.ProductId,
            Region = mirror.Region,
            DataCenter = mirror.DataCenter,
            Image = mirror.ImageId,
            IpV4 = mirror.IpV4,
            IpV6 = mirror.IpV6,
            DefaultUser = mirror.DefaultUser,
            ErrorMessage = mirror.ErrorMessage,
            OsType = mirror.OsType,
            RescueSince = mirror.RescueSince,
            RescueUntil = shown.RescueUntil,
            Protection = ProtectionOf(shown.Protection),
            Locked = shown.Locked is { } reason ? Enum.Parse<Api.Compute.LockReason>(reason.ToString()) : null,
            WipeAt = shown.WipeAt,
            Contract = ContractOf(shown),
            SeenAt = mirror.SeenAt,
            CreatedAt = resource.CreatedAt,
            GoneAt = resource.GoneAt,
        };
    }

    public static ProtectionResponse ProtectionOf(Protection? protection) => new()
    {
        Delete = protection?.Delete ?? false,
        Rebuild = protection?.Rebuild ?? false,
    };

    private static ContractResponse ContractOf(ShownInstance shown) => new()
    {
        Source = Enum.Parse<TermSource>(shown.Contract.Source, ignoreCase: true),
        StartsOn = shown.Contract.StartsOn,
        TermMonths = shown.Contract.TermMonths,
        Renews = shown.Contract.Renews,
        PaidUntil = shown.PaidUntil,
        CancelDate = shown.Contract.CancelDate,
    };
}
