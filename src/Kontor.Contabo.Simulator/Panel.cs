using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;

namespace Kontor.Contabo.Simulator;

/// <summary>
/// What happens past us: acts of a person in the provider's own panel, and of the provider. Each leaves the audit row of
/// such an act, without a request id; only a status word set by hand leaves none.
/// </summary>
public sealed class Panel
{
    private readonly SimulatedCloud _cloud;

    internal Panel(SimulatedCloud cloud) => _cloud = cloud;

    /// <summary>Renames; false when there is no such instance.</summary>
    public bool Rename(long instanceId, string displayName) => Change(instanceId, (world, instance) =>
    {
        Audit(world, Person(world, instance), instance, new { instance.DisplayName }, new { DisplayName = displayName });
        return instance with { DisplayName = displayName };
    });

    /// <summary>Cancels to the end of the paid term, or to a day of the person's choice.</summary>
    public bool Cancel(long instanceId, DateOnly? on = null) => Change(instanceId, (world, instance) =>
    {
        if (instance.Contract is not { } contract)
        {
            return instance;
        }

        var end = on ?? contract.EndOfTerm(world.Now);
        Audit(
            world, Person(world, instance), instance, new { CancelDate = InstanceView.DateText(contract.CancelDate) },
            new { CancelDate = InstanceView.DateText(end) });
        return instance with { Contract = contract with { CancelDate = end } };
    });

    /// <summary>Powers on; false when there is no such instance, or its state forbids it.</summary>
    public bool Start(long instanceId) => Act(instanceId, InstanceTask.Start);

    /// <summary>Powers off, hard; false when there is no such instance, or its state forbids it.</summary>
    public bool Stop(long instanceId) => Act(instanceId, InstanceTask.Stop);

    /// <summary>
    /// Wipes and installs anew, with the image it has unless another is named; false when there is no such instance, or its
    /// state or that image forbids it.
    /// </summary>
    public bool Reinstall(long instanceId, Guid? imageId = null)
    {
        var possible = false;
        Change(instanceId, (world, instance) =>
        {
            var image = imageId ?? instance.ImageId;
            var product = world.Catalogue.Products[instance.ProductId];
            possible = ReinstallInstance.IsPossible(instance) && ImageChoice.Refusal(world, instance.Account, image, product) is null;
            if (!possible)
            {
                return instance;
            }

            Audit(world, Person(world, instance), instance, new { instance.ImageId }, new { ImageId = image, Status = InstanceStatus.Installing });
            return ReinstallInstance.Wiped(world, instance, image);
        });
        return possible;
    }

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
                Task = null,
                NextStepAt = null,
                HasAddress = instance.HasAddress || status == InstanceStatus.Running,
            });
    }

    /// <summary>Suspends, which powers off, or releases, which does not power on (Assumed): the provider does so over unpaid invoices.</summary>
    public bool SetSuspended(long instanceId, bool suspended) => Change(instanceId, (world, instance) =>
    {
        Audit(world, Provider(world, instance), instance, new { instance.Suspended }, new { Suspended = suspended });
        var isOn = instance.Status is InstanceStatus.Running or InstanceStatus.Rescue;
        return suspended && isOn
            ? instance with { Suspended = true, Status = InstanceStatus.Stopped, Task = null, NextStepAt = null }
            : instance with { Suspended = suspended };
    });

    /// <summary>Carries out the move that was asked for; false when there is no such instance, or none was asked for.</summary>
    public bool FinishRegionChange(long instanceId)
    {
        var asked = false;
        Change(instanceId, (world, instance) =>
        {
            asked = instance.RegionChange is not null;
            if (!asked)
            {
                return instance;
            }

            var moved = RegionChangeOperations.Finished(world, instance);
            Audit(world, Provider(world, instance), instance, new { instance.Region }, new { moved.Region });
            return moved;
        });
        return asked;
    }

    /// <summary>A person changes the plan, as no call of the API can; the price is the new plan's from the next charge (Assumed).</summary>
    public bool ChangeProduct(long instanceId, string productId) => Change(instanceId, (world, instance) =>
    {
        var product = world.Catalogue.Products[productId];
        Audit(world, Person(world, instance), instance, new { instance.ProductId }, new { product.ProductId });
        return instance with
        {
            ProductId = product.ProductId,
            Contract = instance.Contract is { } contract
                ? contract with { Monthly = Billing.ContractBook.Monthly(product, instance.Region, instance.Period, instance.AddOns) }
                : null,
        };
    });

    /// <summary>The provider takes an instance away at once, as no call of the API can.</summary>
    public bool Delete(long instanceId) => _cloud.Change(world =>
    {
        if (world.Instances.Find(instanceId) is not { } instance)
        {
            return false;
        }

        InstanceLife.End(world, instance);
        AuditWriter.Write(
            world, Provider(world, instance), AuditKind.Instances, "DELETED", Named(instance), new { instance.DisplayName, instance.Status }, null);
        return true;
    });

    /// <summary>Deletes a custom image; false when there is none of that id.</summary>
    public bool DeleteImage(Guid imageId) => ChangeImage(imageId, (world, image) =>
    {
        AuditWriter.Write(
            world, AuditAuthor.InPanel(world.Account(image.Account)), AuditKind.Images, "DELETED",
            new Dictionary<string, object> { ["imageId"] = image.ImageId }, new { image.Name, image.Url }, null);
        return image with { IsDeleted = true, DoneAt = null };
    });

    /// <summary>The provider finds a custom image unusable that had arrived; false when there is none of that id.</summary>
    public bool SpoilImage(Guid imageId, string errorMessage) =>
        ChangeImage(imageId, (_, image) => image with { Status = CustomImage.Failed, ErrorMessage = errorMessage, DoneAt = null });

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
            AuditWriter.Write(
                world, Person(world, bought), AuditKind.Instances, "CREATED", Named(bought), null,
                new { bought.DisplayName, bought.ProductId, bought.Region, bought.ImageId, bought.Period });
            return bought;
        });

    private bool ChangeImage(Guid imageId, Func<World, CustomImage, CustomImage> change) => _cloud.Change(world =>
    {
        var image = world.CustomImages.Everything.FirstOrDefault(one => one.ImageId == imageId && !one.IsDeleted);
        if (image is not null)
        {
            world.CustomImages.Save(change(world, image));
        }

        return image is not null;
    });

    private bool Act(long instanceId, InstanceTask task)
    {
        var accepted = false;
        Change(instanceId, (world, instance) =>
        {
            accepted = InstanceTasks.Accepts(instance, task);
            if (!accepted)
            {
                return instance;
            }

            AuditWriter.Write(
                world, Person(world, instance), AuditKind.InstanceActions, "CREATED", Named(instance), null,
                new { Action = InstanceActions.WordOf(task) });
            return InstanceTasks.Begin(world, instance, task);
        });
        return accepted;
    }

    private bool Change(long instanceId, Func<World, Instance, Instance> change) => _cloud.Change(world =>
    {
        if (world.Instances.Find(instanceId) is not { } instance)
        {
            return false;
        }

        InstanceLife.Save(world, change(world, instance));
        return true;
    });

    private static AuditAuthor Person(World world, Instance instance) => AuditAuthor.InPanel(world.Account(instance.Account));

    private static AuditAuthor Provider(World world, Instance instance) => AuditAuthor.Provider(world.Account(instance.Account));

    private static Dictionary<string, object> Named(Instance instance) => new() { ["instanceId"] = instance.InstanceId };

    private static void Audit(World world, AuditAuthor author, Instance instance, object prev, object next) =>
        AuditWriter.Write(world, author, AuditKind.Instances, "UPDATED", Named(instance), prev, next);
}
