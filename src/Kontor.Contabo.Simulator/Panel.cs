using Kontor.Contabo.Simulator.Instances;

namespace Kontor.Contabo.Simulator;

/// <summary>A person in the provider's own panel: changes that no call of ours made.</summary>
public sealed class Panel
{
    private readonly SimulatedCloud _cloud;

    internal Panel(SimulatedCloud cloud) => _cloud = cloud;

    /// <summary>Renames; false when there is no such instance.</summary>
    public bool Rename(long instanceId, string displayName) =>
        Change(instanceId, (_, instance) => instance with { DisplayName = displayName });

    /// <summary>Cancels to the end of the paid term, or to a day of the person's choice.</summary>
    public bool Cancel(long instanceId, DateOnly? on = null) => Change(instanceId, (world, instance) => instance.Contract is { } contract
        ? instance with { Contract = contract with { CancelDate = on ?? contract.EndOfTerm(world.Now) } }
        : instance);

    /// <summary>Sets a status word; from provisioning the life goes on by itself, any other stays.</summary>
    public bool SetStatus(long instanceId, string status, string? errorMessage = null)
    {
        if (!InstanceStatus.All.Contains(status))
        {
            throw new ArgumentException($"There is no status {status}; known: {string.Join(", ", InstanceStatus.All.Order())}.");
        }

        return Change(instanceId, (world, instance) => status == InstanceStatus.Provisioning
            ? InstanceLife.Provisioning(world, instance)
            : instance with
            {
                Status = status,
                ErrorMessage = errorMessage,
                NextStepAt = null,
                HasAddress = instance.HasAddress || status == InstanceStatus.Running,
            });
    }

    /// <summary>Suspends or releases, as the provider does over unpaid invoices.</summary>
    public bool SetSuspended(long instanceId, bool suspended) =>
        Change(instanceId, (_, instance) => instance with { Suspended = suspended });

    /// <summary>Takes an instance away at once, as no call of the API can.</summary>
    public bool Delete(long instanceId) => _cloud.Change(world =>
    {
        if (world.Instances.Find(instanceId) is not { } instance)
        {
            return false;
        }

        InstanceLife.End(world, instance);
        return true;
    });

    /// <summary>Adds an instance that nobody ordered through the API: it is bought all the same, with no request id.</summary>
    public Instance Add(string account, string productId, string displayName, int period = 1, string region = "EU") =>
        _cloud.Change(world =>
        {
            var owner = world.Account(account);
            var product = world.Catalogue.Products[productId];
            var instance = new Instance
            {
                InstanceId = world.Ids.NextInstance(),
                Account = owner.ClientId,
                OrderedName = displayName,
                DisplayName = displayName,
                ProductId = productId,
                Region = region,
                ImageId = world.Catalogue.Images[0].ImageId,
                Period = period,
                DefaultUser = "admin",
                CreatedAt = world.Now,
                Status = InstanceStatus.Provisioning,
            };
            var bought = world.Contracts.Open(InstanceLife.Provisioning(world, instance), owner, product, "");
            InstanceLife.Save(world, bought);
            return bought;
        });

    private bool Change(long instanceId, Func<World, Instance, Instance> change) => _cloud.Change(world =>
    {
        if (world.Instances.Find(instanceId) is not { } instance)
        {
            return false;
        }

        InstanceLife.Save(world, change(world, instance));
        return true;
    });
}
