using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.Reinstall;
using Kontor.FaultSimulation.Lives;

namespace Kontor.FaultSimulation.Matrix;

/// <summary>Everything that is done with a machine from purchase to end.</summary>
internal static class Workflows
{
    public static IReadOnlyList<Workflow> All { get; } =
    [
        new("order", "createInstance", life => life.Buy()) { MostEffects = 1, Judge = BoughtOnce },
        new("terminate", "cancelInstance", life => life.Terminate()) { Before = Bought, Judge = Ends },
        Power("stop", "stopped"),
        Power("start", "running") with { Before = life => { life.Buy(); life.Wish("stop"); } },
        Power("restart", "running") with { MostEffects = 1 },
        Power("shutdown", "stopped"),
        new("suspend", "stop", life => life.Suspend(true)) { Before = Bought, Judge = life => Is(life, "stopped") },
        new("unsuspend", "start", life => life.Suspend(false))
        {
            Before = life => { life.Buy(); life.Suspend(true); },
            Judge = life => Is(life, "running"),
        },
        new("password", "resetPasswordAction", life => life.Wish("password", Login)) { Before = Bought, Judge = life => IfDone(life, "running") },
        new("rescue", "rescue", life => life.Wish("rescue", Login)) { Before = Bought, Judge = life => IfDone(life, "rescue") },
        new("rescue exit", "restart", life => { life.Order.Accesses.Add((AccessWish.LeaveRescue, null)); life.Wish("rescue_exit"); })
        {
            Before = life => { life.Buy(); life.Wish("rescue", Login); },
            MostEffects = 1,
            Judge = life => IfDone(life, "running"),
        },
        new("reinstall", "reinstallInstance", life => { life.Order.Accesses.Add((AccessWish.Reinstall, null)); life.Wish("reinstall", Anew); })
        {
            Before = Bought,
            MostEffects = 1,
            Judge = life => IfDone(life, "running"),
        },
        new("secrets", "deleteSecret", life => life.SweepSecrets()) { Before = life => { life.Buy(); life.Wish("password", Login); } },
        .. ImageWorkflows.All,
        .. LaterWorkflows.All,
    ];

    private static LoginWish Login { get; } = new([AccessWishes.Key], PasswordWish.Generated);

    private static ReinstallWish Anew { get; } = new("4efbc0ba-2313-4fe1-842a-516f8652e729", null, Login, UserData: false);

    private static Workflow Power(string action, string status) => new(action, action, life => life.Wish(action))
    {
        Before = Bought,
        Judge = life => IfDone(life, status),
    };

    private static string? IfDone(MatrixLife life, string status) => life.Find(life.Accepted[^1]).Status == "succeeded" ? Is(life, status) : null;

    private static void Bought(MatrixLife life) => life.Buy();

    private static string? Is(MatrixLife life, string status) =>
        life.Machine?.Status == status ? null : $"the machine is {life.Machine?.Status} and should be {status}";

    private static string? Ends(MatrixLife life) =>
        life.Machine is { Contract.CancelDate: null } ? "the machine was terminated and its contract has no end" : null;

    private static string? BoughtOnce(MatrixLife life)
    {
        var bought = life.World.Cloud.PurchaseLog.Count(entry => entry.DisplayName.StartsWith(life.Order.Label + " k-", StringComparison.Ordinal));
        return bought <= 1 ? null : $"{bought} machines were bought";
    }
}
