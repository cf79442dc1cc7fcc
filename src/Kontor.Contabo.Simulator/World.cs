using Kontor.Contabo.Simulator.Accounts;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Data;
using Kontor.Contabo.Simulator.Faults;
using Kontor.Contabo.Simulator.Images;
using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Secrets;
using Kontor.Contabo.Simulator.Snapshots;
using Kontor.Contabo.Simulator.Tags;

namespace Kontor.Contabo.Simulator;

/// <summary>All that the simulated provider knows, and the instant it is at.</summary>
internal sealed class World(SimulatorOptions options, Lock gate, DateTimeOffset now)
{
    public SimulatorOptions Options { get; } = options;

    /// <summary>The instant being worked on: of the request, or of the event that was due before it.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public Catalogue Catalogue { get; } = Catalogue.Committed;

    public IdSource Ids { get; } = new(options.Seed);

    public Agenda Agenda { get; } = new();

    public InstanceStore Instances { get; } = new();

    public ContractBook Contracts { get; } = new(options);

    public SnapshotStore Snapshots { get; } = new();

    public CustomImageStore CustomImages { get; } = new();

    public AuditLog Audits { get; } = new();

    public SecretStore Secrets { get; } = new();

    public TagStore Tags { get; } = new();

    public FaultBook Faults { get; } = new(gate);

    /// <summary>An image the account may see, standard or its own.</summary>
    public Image? FindImage(string account, Guid id) =>
        Catalogue.ImagesById.GetValueOrDefault(id) ?? CustomImages.Find(account, id)?.AsImage();

    /// <summary>The image an instance runs on, even if it was deleted since.</summary>
    public Image ImageOf(Instance instance) =>
        Catalogue.ImagesById.GetValueOrDefault(instance.ImageId) ?? CustomImages[instance.ImageId].AsImage();

    public AccountSettings Account(string name) =>
        Options.Accounts.FirstOrDefault(account => account.ClientId == name)
        ?? throw new ArgumentException($"There is no account {name}; known: {string.Join(", ", Options.Accounts.Select(one => one.ClientId))}.");
}
