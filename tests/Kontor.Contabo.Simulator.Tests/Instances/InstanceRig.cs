using Kontor.Contabo.Simulator.Instances;
using Kontor.Contabo.Simulator.Tests.Doors;
using Kontor.Contabo.Simulator.Tests.Wire;

namespace Kontor.Contabo.Simulator.Tests.Instances;

/// <summary>A cloud with one running instance, and the calls about it.</summary>
internal sealed class InstanceRig : IDisposable
{
    private InstanceRig(CloudRig rig, ApiCaller api, long id)
    {
        Rig = rig;
        Api = api;
        Id = id;
    }

    public CloudRig Rig { get; }

    public ApiCaller Api { get; }

    public long Id { get; }

    public string Path => $"/v1/compute/instances/{Id}";

    public SimulatedCloud Cloud => Rig.Cloud;

    public Instance Instance => Cloud.FindInstance(Id)!;

    public string Status => Instance.Status;

    public static async Task<InstanceRig> RunningAsync(SimulatorOptions? options = null, string productId = "V155", int period = 1)
    {
        var rig = new CloudRig(options);
        var api = await rig.SignedInAsync();
        var id = await api.OrderAsync("web 1", productId, period);
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        return new InstanceRig(rig, api, id);
    }

    public void Pass(double seconds) => Rig.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public Task<ApiAnswer> ActAsync(string action, object? body = null, string? requestId = null) =>
        Api.PostAsync($"{Path}/actions/{action}", body, requestId);

    public Task<ApiAnswer> ReinstallAsync(object body, string? requestId = null) => Api.SendAsync(HttpMethod.Put, Path, body, requestId);

    public Task<ApiAnswer> SnapshotAsync(string name = "before") => Api.PostAsync($"{Path}/snapshots", new { name });

    /// <summary>A finished stop.</summary>
    public async Task StoppedAsync()
    {
        await ActAsync("stop");
        Pass(3);
        Assert.Equal("stopped", Status);
    }

    public void Dispose() => Api.Dispose();
}
