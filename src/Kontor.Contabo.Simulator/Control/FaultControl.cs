using Kontor.Contabo.Simulator.Contract;
using Kontor.Contabo.Simulator.Faults;

namespace Kontor.Contabo.Simulator.Control;

internal sealed record PlanFaultRequest(
    Misbehaviour? Misbehaviour,
    string? Operation,
    int? Skip,
    int? Count,
    bool? Always,
    string? Account,
    string? DisplayName,
    long? InstanceId,
    double? DelaySeconds);

internal sealed record SeedFaultsRequest(
    long? Seed,
    double? Rate,
    IReadOnlyList<Misbehaviour>? Allowed,
    IReadOnlyList<string>? Operations,
    double? MaximumDelaySeconds,
    string? IgnoredPrefix);

internal sealed record PlannedFault(
    Misbehaviour Misbehaviour, string Operation, int Skip, int? Count, string? Account, string? DisplayName, long? InstanceId,
    double? DelaySeconds, int Seen, int Fired);

internal sealed record SeededFaultsView(long Seed, double Rate, IReadOnlyList<Misbehaviour>? Allowed, IReadOnlyList<string>? Operations);

internal sealed record FaultsView(IReadOnlyList<PlannedFault> Rules, SeededFaultsView? Seed, IReadOnlyList<FiredFault> Fired);

internal static class FaultControl
{
    public static void Map(IEndpointRouteBuilder routes, SimulatedCloud cloud)
    {
        routes.MapGet("/sim/faults", () => TypedResults.Json(Show(cloud), ControlBody.Json));
        routes.MapPost("/sim/faults", (HttpRequest request) => ControlBody.WithAsync<PlanFaultRequest>(request, body => Plan(cloud, body)));
        routes.MapPost("/sim/faults/seed", (HttpRequest request) =>
            ControlBody.WithAsync<SeedFaultsRequest>(request, body => Seed(cloud, body)));
        routes.MapDelete("/sim/faults", () =>
        {
            cloud.Faults.Clear();
            return TypedResults.Json(Show(cloud), ControlBody.Json);
        });
    }

    private static IResult Plan(SimulatedCloud cloud, PlanFaultRequest body)
    {
        if (body.Misbehaviour is not { } misbehaviour)
        {
            return ControlBody.Refuse($"Field 'misbehaviour' is missing; known: {string.Join(", ", Enum.GetNames<Misbehaviour>())}.");
        }

        if (Unknown(body.Operation) is { } problem)
        {
            return ControlBody.Refuse(problem);
        }

        if (FaultBook.WhyNot(misbehaviour, body.Operation ?? "*") is { } never)
        {
            return ControlBody.Refuse($"'{misbehaviour}' cannot happen to '{body.Operation}': {never}.");
        }

        cloud.Faults.Add(new FaultRule
        {
            Misbehaviour = misbehaviour,
            Operation = body.Operation ?? "*",
            Skip = body.Skip ?? 0,
            Count = body.Always == true ? null : body.Count ?? 1,
            Account = body.Account,
            DisplayName = body.DisplayName,
            InstanceId = body.InstanceId,
            Delay = Seconds(body.DelaySeconds),
        });
        return TypedResults.Json(Show(cloud), ControlBody.Json);
    }

    private static IResult Seed(SimulatedCloud cloud, SeedFaultsRequest body)
    {
        if (body is not { Seed: { } seed, Rate: { } rate and >= 0 and <= 1 })
        {
            return ControlBody.Refuse("Give 'seed', a whole number, and 'rate', from 0 to 1.");
        }

        if ((body.Operations ?? []).Select(Unknown).FirstOrDefault(problem => problem is not null) is { } unknown)
        {
            return ControlBody.Refuse(unknown);
        }

        var faults = new FaultSeed
        {
            Seed = seed,
            Rate = rate,
            Allowed = body.Allowed,
            Operations = body.Operations,
            IgnoredPrefix = body.IgnoredPrefix is { Length: > 0 } prefix ? prefix : null,
        };
        cloud.Faults.UseSeed(Seconds(body.MaximumDelaySeconds) is { } delay ? faults with { MaximumDelay = delay } : faults);
        return TypedResults.Json(Show(cloud), ControlBody.Json);
    }

    private static FaultsView Show(SimulatedCloud cloud) => new(
        [.. cloud.Faults.Rules.Select(state => new PlannedFault(
            state.Rule.Misbehaviour, state.Rule.Operation, state.Rule.Skip, state.Rule.Count, state.Rule.Account, state.Rule.DisplayName,
            state.Rule.InstanceId, state.Rule.Delay?.TotalSeconds, state.Seen, state.Fired))],
        cloud.Faults.Seed is { } seed ? new SeededFaultsView(seed.Seed, seed.Rate, seed.Allowed, seed.Operations) : null,
        cloud.Faults.Fired);

    private static string? Unknown(string? operation) =>
        operation is null or "*" or FaultTable.Token || OperationTable.Committed.Operations.Any(known => known.OperationId == operation)
            ? null
            : $"There is no operation '{operation}'.";

    private static TimeSpan? Seconds(double? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
