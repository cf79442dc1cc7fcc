using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

internal static class CreateInstance
{
    public static CloudResponse Handle(OperationCall call)
    {
        var world = call.World;
        var order = InstanceOrder.Of(call);
        if (order.Refusal(world, call.Account.ClientId) is { } refusal)
        {
            return refusal;
        }

        var product = world.Catalogue.Products[order.ProductId];
        var instance = Accept(call, order, product);
        AuditWriter.Write(
            call, AuditKind.Instances, "CREATED", new Dictionary<string, object> { ["instanceId"] = instance.InstanceId }, null,
            new { instance.DisplayName, instance.ProductId, instance.Region, instance.ImageId, instance.Period });
        return Answers.Single(
            201, CreatedInstance.Of(call, instance, world.ImageOf(instance)), $"/v1/compute/instances/{instance.InstanceId}");
    }

    private static Instance Accept(OperationCall call, InstanceOrder order, Product product)
    {
        var world = call.World;
        var ordered = new Instance
        {
            InstanceId = world.Ids.NextInstance(),
            Account = call.Account.ClientId,
            OrderedName = order.DisplayName,
            DisplayName = order.DisplayName,
            ProductId = order.ProductId,
            Region = order.Region,
            ImageId = order.ImageId,
            Period = order.Period,
            DefaultUser = order.DefaultUser,
            CreatedAt = world.Now,
            Status = InstanceStatus.Provisioning,
            RootPassword = order.Login.RootPassword,
            SshKeys = order.Login.SshKeys,
            AddOns = order.PricedAddOns(world, product),
            HasExtraStorage = order.HasExtraStorage,
            ApplicationId = order.ApplicationId,
        };
        var instance = InstanceLife.Begin(world, ordered, call.NextFault(FaultCategory.Outcome));
        // Assumed: what is sold out is not charged; every other order is a contract from the moment it is accepted.
        var bought = instance.Status == InstanceStatus.ProductNotAvailable
            ? instance
            : world.Contracts.Open(instance, call.Account, product, call.RequestId);
        InstanceLife.Save(world, bought);
        return bought;
    }
}

/// <summary>The reduced object of a create: no name, no address. Source: schema CreateInstanceResponseData.</summary>
internal sealed record CreatedInstance(
    string TenantId,
    string CustomerId,
    long InstanceId,
    DateTimeOffset CreatedDate,
    Guid ImageId,
    string ProductId,
    string Region,
    IReadOnlyList<AddOnView> AddOns,
    string OsType,
    string Status,
    IReadOnlyList<long> SshKeys)
{
    public static CreatedInstance Of(OperationCall call, Instance instance, Image image) => new(
        call.Account.TenantId, call.Account.CustomerId, instance.InstanceId, instance.CreatedAt, instance.ImageId, instance.ProductId,
        instance.Region, [.. instance.AddOns.Select(addOn => new AddOnView(addOn.Id, addOn.Quantity))], image.OsType, instance.Status,
        instance.SshKeys);
}
