using System.Net.Http.Json;

namespace Kontor.KillLoop.Clouds;

/// <summary>The control API of the simulated cloud: what it sold, and how it is made to misbehave.</summary>
internal sealed class CloudControl(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = address };

    public Task<List<LoggedPurchase>> PurchasesAsync() => GetAsync<List<LoggedPurchase>>("sim/purchases");

    public Task<List<CloudInstance>> InstancesAsync() => GetAsync<List<CloudInstance>>("sim/instances");

    /// <summary>How often a misbehaviour happened to an operation.</summary>
    public async Task<int> FiredAsync(string operation, string misbehaviour) => (await GetAsync<FaultsView>("sim/faults")).Fired
        .Where(fired => fired.Operation == operation && fired.Misbehaviour == misbehaviour).Sum(fired => fired.Count);

    /// <summary>Plans a misbehaviour.</summary>
    public Task PlanAsync(string operation, string misbehaviour, int count, string? displayName) =>
        PostAsync("sim/faults", new { operation, misbehaviour, count, displayName });

    /// <summary>Takes all planned misbehaviour back.</summary>
    public async Task BehaveAsync()
    {
        using var answer = await _http.DeleteAsync(new Uri("sim/faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A person orders a machine in the provider's panel.</summary>
    public Task AddStrangerAsync(string displayName) => PostAsync("sim/instances", new { displayName });

    /// <summary>A person renames a machine there.</summary>
    public Task RenameAsync(long instance, string displayName) => PostAsync($"sim/instances/{instance}/rename", new { displayName });

    /// <summary>A machine vanishes.</summary>
    public Task DeleteAsync(long instance) => PostAsync($"sim/instances/{instance}/delete", new { });

    /// <summary>A person gets a machine going there.</summary>
    public Task RepairAsync(long instance) => PostAsync($"sim/instances/{instance}/status", new { status = "running" });

    /// <summary>Writes a purchase that never happened, at which every check of purchases must fail.</summary>
    public Task PlantDuplicateAsync(long sequence) => PostAsync("sim/purchases/plant-duplicate", new { sequence });

    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(string path) => (await _http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative)))!;

    private async Task PostAsync<T>(string path, T body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }
}
