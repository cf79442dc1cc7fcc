using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;

namespace Kontor.Server.Demo;

/// <summary>One machine from its order to the end of its term, with all that its customer and the staff do with it, seen as a stranger sees it.</summary>
/// <param name="world">The two processes.</param>
/// <param name="report">Where each step is told.</param>
/// <param name="number">Tells this order from those of earlier runs in the same folder.</param>
internal sealed class OneLife(DemoWorld world, DemoReport report, int number)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Following _following = new(world, report);

    private SubjectFingerprint Fingerprint => new()
    {
        Client = "1",
        Order = $"{number}",
        RegisteredOn = new DateOnly(2026, 11, 1),
        Product = "demo",
    };

    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        world.Step = "ordering a machine";
        var order = await world.Kontor.Orders.CreateAsync(Order(), Key("order"), cancellationToken);
        await _following.FollowAsync(order.Operation, OrderStep, cancellationToken);
        var machine = await world.Kontor.Instances.ListAsync(order.Subject.Id, cancellationToken).FirstAsync(cancellationToken);
        await UseAsync(machine.Id, cancellationToken);
        await GetInAsync(machine.Id, cancellationToken);
        await MeddleAsync(machine, cancellationToken);
        await SuspendAsync(order.Subject.Id, cancellationToken);
        await EndAsync(order.Subject.Id, machine.Id, cancellationToken);
    }

    /// <summary>What a customer does every day.</summary>
    private async Task UseAsync(string machine, CancellationToken cancellationToken)
    {
        var instances = world.Kontor.Instances;
        await DoAsync("rename", "renamed", key => instances.RenameAsync(machine, new RenameRequest { Label = "shop" }, key, cancellationToken), cancellationToken);
        await DoAsync("stop", "stopped", key => instances.StopAsync(machine, key, cancellationToken), cancellationToken);
        await DoAsync("start", "started", key => instances.StartAsync(machine, key, cancellationToken), cancellationToken);
        await DoAsync(
            "snapshot",
            "snapshot taken",
            key => world.Kontor.Snapshots.CreateAsync(machine, new CreateSnapshotRequest { Name = "before-the-update" }, key, cancellationToken),
            cancellationToken);
    }

    /// <summary>The ways into it: a new password, shown once under a link; the rescue system and out of it; a new installation.</summary>
    private async Task GetInAsync(string machine, CancellationToken cancellationToken)
    {
        var instances = world.Kontor.Instances;
        var reset = await DoAsync(
            "password", "password set", key => instances.ResetPasswordAsync(machine, new ResetPasswordRequest(), key, cancellationToken), cancellationToken);
        var link = await world.Kontor.Operations.MakeLinkAsync(reset.Id, Key("link"), cancellationToken);
        await _following.TellAsync(
            "link", $"A link shows it once, until {link.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm}; no mail, log or answer ever has it.", cancellationToken);
        await DoAsync("rescue", "in rescue", key => instances.RescueAsync(machine, new RescueRequest(), key, cancellationToken), cancellationToken);
        await DoAsync("exit", "out of rescue", key => instances.LeaveRescueAsync(machine, key, cancellationToken), cancellationToken);
        var anew = new ReinstallRequest { Image = DemoOrder.Image, Confirm = machine, Loses = true };
        await DoAsync("reinstall", "installed anew", key => instances.ReinstallAsync(machine, anew, key, cancellationToken), cancellationToken);
    }

    /// <summary>Somebody does something in the provider's panel: it is seen, and who it was.</summary>
    private async Task MeddleAsync(InstanceResponse machine, CancellationToken cancellationToken)
    {
        world.Step = "waiting for an act in the provider's panel to be noticed";
        await world.Cloud.RenameAsync(machine.ProviderId, "renamed by hand", cancellationToken);
        await UntilAsync(
            async () => await world.Kontor.Instances.ListTimelineAsync(machine.Id, cancellationToken)
                .FirstOrDefaultAsync(entry => entry is { Kind: "renamed", Origin: "outside", Actor: not null }, cancellationToken) is { } seen
                ? $"{seen.Text.TrimEnd('.')}: Kontor puts the name back."
                : null,
            "panel",
            cancellationToken);
    }

    /// <summary>The customer does not pay, and pays.</summary>
    private async Task SuspendAsync(string subject, CancellationToken cancellationToken)
    {
        var subjects = world.Kontor.Subjects;
        var unpaid = new SuspendRequest { Generation = 1, Fingerprint = Fingerprint, Reason = "invoice 4711 is not paid" };
        await DoAsync("suspend", "suspended", key => subjects.SuspendAsync(subject, unpaid, key, cancellationToken), cancellationToken);
        var paid = new UnsuspendRequest { Generation = 1, Fingerprint = Fingerprint };
        await DoAsync("unsuspend", "unsuspended", key => subjects.UnsuspendAsync(subject, paid, key, cancellationToken), cancellationToken);
    }

    /// <summary>The contract is ended, the machine stopped at once, wiped after some days, and gone when what was paid for is over.</summary>
    private async Task EndAsync(string subject, string machine, CancellationToken cancellationToken)
    {
        var end = new TerminateRequest { Generation = 1, Fingerprint = Fingerprint };
        await DoAsync("terminate", "terminated", key => world.Kontor.Subjects.TerminateAsync(subject, end, key, cancellationToken), cancellationToken);
        world.Step = "waiting for the stop of the terminated machine";
        await UntilAsync(
            async () => await world.Kontor.Instances.GetAsync(machine, cancellationToken) is { Status: "stopped", WipeAt: { } at }
                ? $"It is off, nobody can start it, and it is wiped on {at.UtcDateTime:yyyy-MM-dd}."
                : null,
            "locked",
            cancellationToken);
        world.Step = "waiting for the wipe of the terminated machine";
        await world.Cloud.AdvanceToAsync((await world.Kontor.Instances.GetAsync(machine, cancellationToken)).WipeAt!.Value, cancellationToken);
        await UntilAsync(() => WipedAsync(subject, cancellationToken), "wiped", cancellationToken);
        world.Step = "waiting for the end of the term";
        var day = (await world.Kontor.Instances.GetAsync(machine, cancellationToken)).Contract.CancelDate
            ?? throw new DemoFailedException("the terminated machine has no end date");
        await world.Cloud.AdvanceToAsync(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), cancellationToken);
        await UntilAsync(
            async () => (await world.Kontor.Instances.GetAsync(machine, cancellationToken)).Gone ? "The term is over and the machine is no longer there." : null,
            "gone",
            cancellationToken);
    }

    private async Task<string?> WipedAsync(string subject, CancellationToken cancellationToken) =>
        await world.Kontor.Operations.ListAsync("succeeded", subject, cancellationToken).AnyAsync(operation => operation.Type == "instance.wipe", cancellationToken)
            ? "What was on its disk is overwritten."
            : null;

    /// <summary>Steps the clock until something is so, and tells it.</summary>
    private async Task UntilAsync(Func<Task<string?>> look, string step, CancellationToken cancellationToken)
    {
        for (var steps = 0; steps < Following.LongestLife; steps++)
        {
            if (await look() is { } text)
            {
                await _following.TellAsync(step, text, cancellationToken);
                return;
            }

            await world.Cloud.AdvanceAsync(TimeSpan.FromMinutes(1), cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        throw new DemoFailedException($"what is waited for did not happen: {step}");
    }

    private async Task<OperationResponse> DoAsync(string action, string done, Func<string, Task<OperationResponse>> wish, CancellationToken cancellationToken)
    {
        world.Step = $"carrying out '{action}'";
        var operation = await wish(Key(action.Replace(' ', '-')));
        await _following.FollowAsync(operation, state => StepOf(action, done, state), cancellationToken);
        return operation;
    }

    private string Key(string action) => $"demo-{action}-{number}";

    private OrderRequest Order() => new()
    {
        Subject = new SubjectRequest { Kind = "service", ExternalId = $"{number}", Fingerprint = Fingerprint },
        Plan = DemoOrder.Plans[0],
        Region = DemoOrder.Region,
        Image = DemoOrder.Image,
        TermMonths = 1,
        Label = "first machine",
    };

    private static string OrderStep(string state) => state switch
    {
        "submitting" => "intent",
        "provisioning" => "bought",
        "marking" => "running",
        _ => state,
    };

    private static string StepOf(string action, string done, string state) => state switch
    {
        "submitting" => $"{action} intent",
        "verifying" => $"{action} sent",
        "succeeded" => done,
        _ => $"{action} {state}",
    };
}
