using System.Text;
using Kontor.Contabo.Images;
using Kontor.Contabo.Instances;
using Kontor.Contabo.Secrets;
using Kontor.Contabo.Tags;

namespace Kontor.Contabo.Tests.Support;

/// <summary>Every operation of the client that is no list, once.</summary>
internal static class ClientCalls
{
    private const string ImageId = "afecbb85-e2fc-46f0-9684-b46b1faf00bb";
    private const string Instance = "/v1/compute/instances/100";
    private const string Snapshot = $"{Instance}/snapshots/snap1628603855";
    private const string InstanceAnswer = """{"instanceId":100}""";
    private const string SnapshotAnswer = """{"snapshotId":"snap1628603855","instanceId":100}""";
    private const string ImageAnswer = $$"""{"imageId":"{{ImageId}}"}""";

    private static readonly ReinstallInstanceRequest NewInstallation = new()
    {
        ImageId = ImageId, DefaultUser = DefaultUser.Root, SshKeys = [7, 8], RootPassword = 9, UserData = "u", ApplicationId = "a",
    };

    private static readonly UpgradeInstanceRequest AddOns = new() { PrivateNetworking = AddOnChoice.Ordered, Backup = AddOnChoice.Ordered };

    private static RequestId Id => Account.WriteId;

    public static IReadOnlyDictionary<string, ClientCall> ByOperation { get; } =
        new[] { Instances(), Actions(), Snapshots(), Images(), Secrets(), Tags() }.SelectMany(calls => calls).ToDictionary(call => call.Operation);

    public static TheoryData<string> All => [.. ByOperation.Keys];

    public static TheoryData<string> Writes => [.. ByOperation.Values.Where(call => call.Body is not null).Select(call => call.Operation)];

    /// <summary>Gets the writes whose answer names what they did.</summary>
    public static TheoryData<string> AnsweredWrites =>
        [.. ByOperation.Values.Where(call => call is { Body: not null, Answer: not null }).Select(call => call.Operation)];

    private static ClientCall[] Instances() =>
    [
        new("retrieveInstance", $"GET {Instance}", (c, t) => c.Instances.GetAsync(100, t)) { Answer = InstanceAnswer },
        new("createInstance", "POST /v1/compute/instances", (c, t) => c.Instances.CreateAsync(Account.Order, Id, t))
        {
            Body = Encoding.UTF8.GetString(Account.Order.ToJsonBytes()), Answer = InstanceAnswer,
        },
        new("reinstallInstance", $"PUT {Instance}", (c, t) => c.Instances.ReinstallAsync(100, NewInstallation, Id, t))
        {
            Body = $$"""{"imageId":"{{ImageId}}","defaultUser":"root","sshKeys":[7,8],"rootPassword":9,"userData":"u","applicationId":"a"}""",
            Answer = InstanceAnswer,
        },
        new("upgradeInstance", $"POST {Instance}/upgrade", (c, t) => c.Instances.UpgradeAsync(100, AddOns, Id, t))
        {
            Body = """{"privateNetworking":{},"backup":{}}""", Answer = InstanceAnswer,
        },
        new("patchInstance", $"PATCH {Instance}", (c, t) => c.Instances.RenameAsync(100, "n", Id, t))
        {
            Body = """{"displayName":"n"}""", Answer = InstanceAnswer,
        },
        new("cancelInstance", $"POST {Instance}/cancel", (c, t) => c.Instances.CancelAsync(100, new CancelInstanceRequest(), Id, t))
        {
            Body = "{}", Answer = """{"instanceId":100,"cancelDate":"2026-12-23"}""",
        },
        new("retrieveAvailableInstanceProducts", $"GET {Instance}/products/available", (c, t) => c.Instances.ListUpgradeOffersAsync(100, t))
        {
            Answer = """{"offerId":848}""",
        },
        new("checkSetNewHost", $"GET {Instance}/regionChange/check", (c, t) => c.RegionChanges.CheckAsync(100, t)),
        new("requestRegionChange", $"POST {Instance}/regionChange", (c, t) => c.RegionChanges.RequestAsync(
            100, new() { Region = "US-east", Method = RegionChangeMethod.Installation }, Id, t))
        {
            Body = """{"region":"US-east","method":"installation"}""", Answer = """{"ticketNumber":123456}""",
        },
    ];

    private static ClientCall[] Actions() =>
    [
        Action("start", "start", (c, t) => c.InstanceActions.StartAsync(100, Id, t)),
        Action("stop", "stop", (c, t) => c.InstanceActions.StopAsync(100, Id, t)),
        Action("restart", "restart", (c, t) => c.InstanceActions.RestartAsync(100, Id, t)),
        Action("shutdown", "shutdown", (c, t) => c.InstanceActions.ShutdownAsync(100, Id, t)),
        Action("rescue", "rescue", (c, t) => c.InstanceActions.RescueAsync(100, new() { RootPassword = 9, SshKeys = [7], UserData = "u" }, Id, t)) with
        {
            Body = """{"rootPassword":9,"sshKeys":[7],"userData":"u"}""",
        },
        Action("resetPasswordAction", "resetPassword", (c, t) => c.InstanceActions.ResetPasswordAsync(
            100, new() { SshKeys = [7], RootPassword = 9, UserData = "u" }, Id, t)) with
        {
            Body = """{"sshKeys":[7],"rootPassword":9,"userData":"u"}""",
        },
    ];

    private static ClientCall[] Snapshots() =>
    [
        new("retrieveSnapshot", $"GET {Snapshot}", (c, t) => c.Snapshots.GetAsync(100, "snap1628603855", t)) { Answer = SnapshotAnswer },
        new("createSnapshot", $"POST {Instance}/snapshots", (c, t) => c.Snapshots.CreateAsync(100, new() { Name = "n", Description = "d" }, Id, t))
        {
            Body = """{"name":"n","description":"d"}""", Answer = SnapshotAnswer,
        },
        new("updateSnapshot", $"PATCH {Snapshot}", (c, t) => c.Snapshots.UpdateAsync(100, "snap1628603855", new() { Description = "d" }, Id, t))
        {
            Body = """{"description":"d"}""", Answer = SnapshotAnswer,
        },
        new("deleteSnapshot", $"DELETE {Snapshot}", (c, t) => c.Snapshots.DeleteAsync(100, "snap1628603855", Id, t)) { Body = "{}" },
        new("rollbackSnapshot", $"POST {Snapshot}/rollback", (c, t) => c.Snapshots.RollbackAsync(100, "snap1628603855", Id, t))
        {
            Body = "{}", Reply = $$$"""{"_links":{"self":"{{{Snapshot}}}"}}""",
        },
    ];

    private static ClientCall[] Images() =>
    [
        new("retrieveImage", $"GET /v1/compute/images/{ImageId}", (c, t) => c.Images.GetAsync(ImageId, t)) { Answer = ImageAnswer },
        new("retrieveCustomImagesStats", "GET /v1/compute/images/stats", (c, t) => c.Images.GetStatsAsync(t)) { Answer = "{}" },
        new("createCustomImage", "POST /v1/compute/images", (c, t) => c.Images.CreateAsync(
            new() { Name = "n", Url = "u", OsType = ImageOsType.Linux, Version = "1" }, Id, t))
        {
            Body = """{"name":"n","url":"u","osType":"Linux","version":"1"}""", Answer = ImageAnswer,
        },
        new("updateImage", $"PATCH /v1/compute/images/{ImageId}", (c, t) => c.Images.UpdateAsync(ImageId, new() { Name = "n" }, Id, t))
        {
            Body = """{"name":"n"}""", Answer = ImageAnswer,
        },
        new("deleteImage", $"DELETE /v1/compute/images/{ImageId}", (c, t) => c.Images.DeleteAsync(ImageId, Id, t)) { Body = "{}" },
    ];

    private static ClientCall[] Secrets() =>
    [
        new("retrieveSecret", "GET /v1/secrets/5", (c, t) => c.Secrets.GetAsync(5, t)) { Answer = """{"secretId":5.0,"value":"v"}""" },
        new("createSecret", "POST /v1/secrets", (c, t) => c.Secrets.CreateAsync(new() { Name = "n", Value = "12345678", Type = SecretType.Ssh }, Id, t))
        {
            Body = """{"name":"n","value":"12345678","type":"ssh"}""", Answer = """{"secretId":"5"}""",
        },
        new("updateSecret", "PATCH /v1/secrets/5", (c, t) => c.Secrets.UpdateAsync(5, new() { Name = "n" }, Id, t)) { Body = """{"name":"n"}""" },
        new("deleteSecret", "DELETE /v1/secrets/5", (c, t) => c.Secrets.DeleteAsync(5, Id, t)) { Body = "{}" },
    ];

    private static ClientCall[] Tags() =>
    [
        new("retrieveTag", "GET /v1/tags/5", (c, t) => c.Tags.GetAsync(5, t)) { Answer = """{"tagId":5}""" },
        new("createTag", "POST /v1/tags", (c, t) => c.Tags.CreateAsync(new() { Name = "n", Color = "#fff" }, Id, t))
        {
            Body = """{"name":"n","color":"#fff"}""", Answer = """{"tagId":5}""",
        },
        new("updateTag", "PATCH /v1/tags/5", (c, t) => c.Tags.UpdateAsync(5, new() { Name = "n" }, Id, t)) { Body = """{"name":"n"}""" },
        new("deleteTag", "DELETE /v1/tags/5", (c, t) => c.Tags.DeleteAsync(5, Id, t)) { Body = "{}" },
        new("retrieveAssignment", "GET /v1/tags/5/assignments/instance/100", (c, t) => c.TagAssignments.GetAsync(5, TaggedResource.Instance(100), t))
        {
            Answer = """{"tagId":5,"resourceId":"100"}""",
        },
        new("createAssignment", "POST /v1/tags/5/assignments/instance/100", (c, t) => c.TagAssignments.CreateAsync(5, TaggedResource.Instance(100), Id, t))
        {
            Body = "{}",
        },
        new("deleteAssignment", "DELETE /v1/tags/5/assignments/object-storage/a%2Fb", (c, t) => c.TagAssignments.DeleteAsync(
            5, new(TagResourceType.ObjectStorage, "a/b"), Id, t))
        {
            Body = "{}",
        },
    ];

    private static ClientCall Action(string operation, string segment, Func<ContaboClient, CancellationToken, Task> make) =>
        new(operation, $"POST {Instance}/actions/{segment}", make) { Body = "{}", Answer = """{"instanceId":100,"action":"start"}""" };
}
