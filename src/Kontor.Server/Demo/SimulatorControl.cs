namespace Kontor.Server.Demo;

/// <summary>The simulated cloud as its owner sees it: clock, misbehaviour, panel, purchase log, invoice.</summary>
internal sealed class SimulatorControl(HttpClient http)
{
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) =>
        (await GetAsync<SimulatedNow>("sim/clock", cancellationToken)).Now;

    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken) =>
        PostAsync("sim/clock/advance", new { seconds = by.TotalSeconds }, cancellationToken);

    public Task AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        PostAsync("sim/clock/advance", new { to = instant }, cancellationToken);

    public Task RunAsync(double speed, CancellationToken cancellationToken) =>
        PostAsync("sim/clock", new { mode = "scaled", speed }, cancellationToken);

    /// <summary>Lets a seed decide which calls go wrong, and how; the random word in the name of an order has no influence.</summary>
    public Task MisbehaveAsync(int seed, double rate, CancellationToken cancellationToken) =>
        PostAsync("sim/faults/seed", new { seed, rate, ignoredPrefix = "k-" }, cancellationToken);

    /// <summary>Nothing goes wrong from now on; what did stays counted.</summary>
    public async Task BehaveAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri("sim/faults", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<FiredFault>> FiredAsync(CancellationToken cancellationToken) =>
        (await GetAsync<Faults>("sim/faults", cancellationToken)).Fired;

    /// <summary>A person at the provider sets an instance's state by hand.</summary>
    public Task SetStatusAsync(long instanceId, string status, CancellationToken cancellationToken) =>
        PostAsync($"sim/instances/{instanceId}/status", new { status }, cancellationToken);

    /// <summary>A person gives an instance another name in the provider's panel.</summary>
    public Task RenameAsync(long instanceId, string displayName, CancellationToken cancellationToken) =>
        PostAsync($"sim/instances/{instanceId}/rename", new { displayName }, cancellationToken);

    /// <summary>A person cancels an instance in the provider's panel.</summary>
    public Task CancelAsync(long instanceId, CancellationToken cancellationToken) =>
        PostAsync($"sim/instances/{instanceId}/cancel", new { }, cancellationToken);

    public Task PlantDuplicateAsync(CancellationToken cancellationToken) =>
        PostAsync("sim/purchases/plant-duplicate", new { }, cancellationToken);

    public Task<List<LoggedPurchase>> PurchasesAsync(CancellationToken cancellationToken) =>
        GetAsync<List<LoggedPurchase>>("sim/purchases", cancellationToken);

    public Task<List<LoggedCharge>> ChargesAsync(CancellationToken cancellationToken) =>
        GetAsync<List<LoggedCharge>>("sim/charges", cancellationToken);

    public Task<List<PanelInstance>> InstancesAsync(CancellationToken cancellationToken) =>
        GetAsync<List<PanelInstance>>("sim/instances", cancellationToken);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), cancellationToken)
        ?? throw new DemoFailedException($"The simulated cloud answered nothing to {path}.");

    private async Task PostAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record SimulatedNow(DateTimeOffset Now);

    private sealed record Faults(IReadOnlyList<FiredFault> Fired);
}

/// <summary>A line of the purchase log.</summary>
internal sealed record LoggedPurchase(long Sequence, DateTimeOffset At, long InstanceId, string ProductId, string DisplayName, decimal Amount, string Currency, bool Planted);

/// <summary>A line of the invoice.</summary>
internal sealed record LoggedCharge(long Sequence, DateTimeOffset At, long InstanceId, DateOnly From, DateOnly To, decimal Amount, string Currency);

/// <summary>An instance in the provider's panel; without a contract nothing was bought.</summary>
internal sealed record PanelInstance(long InstanceId, string OrderedName, string Status, PanelContract? Contract);

/// <summary>The contract of an instance.</summary>
internal sealed record PanelContract(DateOnly? CancelDate);

/// <summary>How often the cloud did something wrong to an operation.</summary>
internal sealed record FiredFault(string Misbehaviour, string Operation, int Count);
