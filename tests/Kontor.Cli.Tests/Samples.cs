using Kontor.Api.Catalog;
using Kontor.Api.Common;
using Kontor.Api.Compute;
using Kontor.Api.Images;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;

namespace Kontor.Cli.Tests;

/// <summary>Records as a server sends them.</summary>
internal static class Samples
{
    public const string Image = "d64d5c6c-9dda-4e38-8174-0ee282474d8a";

    public static DateTimeOffset At { get; } = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);

    public static string[] Order { get; } =
    [
        "orders", "create", "--plan", "V153", "--region", "EU", "--image", Image, "--term-months", "1", "--external-id", "1001",
        "--client", "7", "--order", "55", "--registered-on", "2026-11-01", "--product", "3",
    ];

    public static string QuoteRequest => $"GET /api/v1/quote?plan=V153&region=EU&image={Image}&termMonths=1";

    public static PriceResponse Price { get; } = new() { PriceListId = "list", Monthly = Euro(4.5m), Setup = Euro(0), Committed = Euro(4.5m) };

    public static QuoteResponse Quote { get; } = new()
    {
        Plan = "V153", Region = "EU", Image = Image, TermMonths = 1, Account = "main", Price = Price, Assumed = false,
    };

    public static ReinstallLossesResponse Losses { get; } = new()
    {
        Confirm = "INS1",
        Status = "running",
        Image = Image,
        DiskMib = 102400,
        Snapshots = [],
        InRescue = false,
        Loses = ["Everything on the disk.", "No snapshots: there are none."],
        Keeps = ["The contract."],
    };

    public static ImageResponse CustomImage { get; } = new()
    {
        Id = "IMG1",
        Image = "3f0c8a52-5f0e-4a39-9d52-3b1f0a1f7c11",
        Name = "debian 12",
        Description = "",
        Url = "https://files.example.com/debian.qcow2",
        OsType = ImageOsType.Linux,
        Version = "12.5",
        State = ImageState.Ready,
        ProviderStatus = "downloaded",
        ErrorMessage = null,
        Format = "qcow2",
        SizeMib = 2048,
        UploadedMib = 2048,
        UsedBy = ["INS1"],
        Account = "main",
        SubjectId = "SUB1",
        OperationId = "OP1",
        CreatedAt = At,
        SeenAt = At,
    };

    public static RollbackPreviewResponse Rollback { get; } = new() { To = Snapshot("SNAP1", "clean"), Loses = [Snapshot("SNAP2", "dirty")] };

    public static AddOnPriceResponse AddOnPrice { get; } = new()
    {
        PriceListId = "list", Monthly = Euro(2), Months = 2, Committed = Euro(4), PaidUntil = new DateOnly(2026, 12, 31), Assumed = false,
    };

    public static PlanOffersResponse Offers { get; } = new()
    {
        Current = "V153",
        Items =
        [
            new()
            {
                OfferId = 12, Plan = "V154", Name = "Cloud VPS 20", CpuCores = 6, RamMib = 12288, DiskMib = 204800, Monthly = Euro(7), Difference = Euro(2.5m),
                LiveMigration = false, LiveMigrationDisabledReason = "disk_downsize", LocationChangeRequired = false, RequiredConfirmations = ["ip_change"],
            },
        ],
    };

    public static RegionOptionsResponse Region { get; } = new()
    {
        Region = "EU", IpV4 = "198.51.100.7", IpV6 = "2001:db8::7", Regions = ["SIN", "UK"], Methods = ["installation", "migration"], Reasons = [], Open = null,
    };

    public static BulkPreviewResponse BulkPreview { get; } = new()
    {
        WouldBegin = 1,
        Items =
        [
            new() { InstanceId = "INS1", Problem = null },
            new() { InstanceId = "INS2", Problem = new OperationProblem { Code = "compute.suspended", Detail = "The service is suspended." } },
        ],
    };

    public static SnapshotResponse Snapshot(string id, string name) => new() { Id = id, Name = name, Description = null, CreatedAt = At, ExpiresAt = At.AddDays(30) };

    public static BulkResponse Bulk(BulkState state, params BulkItemState[] items) => new()
    {
        Id = "BULK1",
        Action = "restart",
        Limit = 5,
        State = state,
        Counts = new()
        {
            Waiting = items.Count(item => item == BulkItemState.Waiting),
            Running = items.Count(item => item == BulkItemState.Running),
            Succeeded = items.Count(item => item == BulkItemState.Succeeded),
            Failed = items.Count(item => item == BulkItemState.Failed),
            Stopped = items.Count(item => item == BulkItemState.Stopped),
        },
        Items = [.. items.Select((item, number) => new BulkItemResponse { InstanceId = $"INS{number}", State = item, Round = 1, OperationId = null, Problem = null })],
        CreatedAt = At,
        FinishedAt = state is BulkState.Done or BulkState.Stopped ? At : null,
    };

    public static SubjectResponse Subject { get; } = new()
    {
        Id = "SUB1",
        Source = "shop",
        Kind = "service",
        ExternalId = "1001",
        Fingerprint = new() { Client = "7", Order = "55", RegisteredOn = new DateOnly(2026, 11, 1), Product = "3" },
        Generation = 1,
        CreatedAt = At,
    };

    public static OperationResponse Operation(OperationStatus status = OperationStatus.Succeeded, params string[] steps) => new()
    {
        Id = "OP1",
        Type = "instance.create",
        Status = status,
        State = steps.Length > 0 ? steps[^1] : "accepted",
        Attempt = 1,
        SubjectId = "SUB1",
        Generation = 1,
        Account = "main",
        InstanceId = null,
        Problem = status is OperationStatus.NeedsAttention or OperationStatus.Failed ? new() { Code = "compute.lost", Detail = "Nobody knows." } : null,
        Steps = [.. steps.Select(step => new OperationStepResponse { At = At, State = step, Text = $"Now {step}." })],
        DeadlineAt = null,
        DueAt = null,
        CreatedAt = At,
        UpdatedAt = At,
    };

    public static OrderResponse Sealed { get; } = new()
    {
        Id = "ORD1",
        Operation = Operation(OperationStatus.Pending),
        Subject = Subject,
        Generation = 1,
        Account = "main",
        Plan = "V153",
        Region = "EU",
        Image = Image,
        TermMonths = 1,
        Label = "web 1",
        DefaultUser = "admin",
        Marker = "k-0123456789ab",
        Price = Price,
        SealedAt = At,
    };

    public static InstanceResponse Instance(string id = "INS1", string label = "web 1") => new()
    {
        Id = id,
        Account = "main",
        ProviderId = 202600001,
        SubjectId = "SUB1",
        Generation = 1,
        Adopted = false,
        Gone = false,
        Status = "running",
        Label = label,
        DisplayName = $"{label} k-0123456789ab",
        Plan = "V153",
        Region = "EU",
        DataCenter = "European Union 1",
        Image = Image,
        IpV4 = "198.51.100.7",
        IpV6 = null,
        DefaultUser = "admin",
        ErrorMessage = null,
        Protection = new() { Delete = false, Rebuild = false },
        Hostname = null,
        Locked = null,
        WipeAt = null,
        OsType = null,
        RescueSince = null,
        RescueUntil = null,
        Contract = new()
        {
            Source = TermSource.Known, StartsOn = new DateOnly(2026, 11, 2), TermMonths = 1, Renews = true, PaidUntil = new DateOnly(2026, 12, 2), CancelDate = null,
        },
        SeenAt = At,
        CreatedAt = At,
        GoneAt = null,
    };

    private static MoneyAmount Euro(decimal amount) => new() { Amount = amount, Currency = "EUR" };
}
