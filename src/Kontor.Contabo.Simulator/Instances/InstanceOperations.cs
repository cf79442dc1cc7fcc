using System.Globalization;
using Kontor.Contabo.Simulator.Audits;
using Kontor.Contabo.Simulator.Billing;
using Kontor.Contabo.Simulator.Wire;

namespace Kontor.Contabo.Simulator.Instances;

internal static class InstanceOperations
{
    public static CloudResponse Get(OperationCall call) =>
        Find(call) is { } instance ? Answers.Single(200, InstanceView.Of(call.World, instance), call.Path) : Missing();

    public static CloudResponse Rename(OperationCall call)
    {
        if (Find(call) is not { } instance)
        {
            return Missing();
        }

        if (call.Text("displayName") is { } name)
        {
            InstanceLife.Save(call.World, instance with { DisplayName = name });
            Audit(call, instance, new { instance.DisplayName }, new { DisplayName = name });
        }

        return Answers.Single(200, InstanceReceipt.Of(call, instance), call.Path);
    }

    public static CloudResponse Cancel(OperationCall call)
    {
        if (Find(call) is not { } instance)
        {
            return Missing();
        }

        if (Refusal(call, instance) is { } refusal)
        {
            return refusal;
        }

        var wish = Wish(call);
        if (wish is null && call.Text("cancelDate") is not null)
        {
            return Answers.Refusal(400, ["cancelDate must be a valid ISO 8601 date string"]);
        }

        var end = EndDate(call, instance.Contract!, wish);
        InstanceLife.Save(call.World, instance with { Contract = instance.Contract! with { CancelDate = end } });
        Audit(call, instance, new { CancelDate = InstanceView.DateText(instance.Contract!.CancelDate) }, new { CancelDate = InstanceView.DateText(end) });
        return Answers.Single(
            201,
            new CancelledInstance(call.Account.TenantId, call.Account.CustomerId, instance.InstanceId, InstanceView.DateText(end)!),
            $"/v1/compute/instances/{instance.InstanceId}");
    }

    internal static CloudResponse Missing() => Answers.Missing("Instance", "instanceId");

    internal static Instance? Find(OperationCall call) => call.World.Instances.Find(call.Account.ClientId, call.Id("instanceId"));

    internal static void Audit(OperationCall call, Instance instance, object prev, object next) =>
        AuditWriter.Write(
            call, AuditKind.Instances, "UPDATED", new Dictionary<string, object> { ["instanceId"] = instance.InstanceId }, prev, next);

    private static CloudResponse? Refusal(OperationCall call, Instance instance)
    {
        var options = call.World.Options;
        if (options.CancelDuringProvisioningFails && instance.Status == InstanceStatus.Provisioning)
        {
            // Observed: 2021, an order that was only just placed.
            return Answers.ServerError();
        }

        // Observed: ISSUE tf#38 for the status. Assumed: that a second cancel is such a case, and the text.
        return instance.Contract is null || (options.SecondCancelIsRefused && instance.Contract.CancelDate is not null)
            ? Answers.Refusal(422, "Instance cannot be cancelled")
            : null;
    }

    // Assumed: no wish or an early one means the end of the paid term; a later one is honoured.
    private static DateOnly EndDate(OperationCall call, TermContract contract, DateOnly? wish)
    {
        var end = contract.EndOfTerm(call.World.Now);
        return call.World.Options.LaterCancelDateIsHonoured && wish > end ? wish.Value : end;
    }

    /// <summary>A date stands for itself, an instant for its day in Berlin; null when there is none or it cannot be read.</summary>
    private static DateOnly? Wish(OperationCall call)
    {
        var text = call.Text("cancelDate");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? TermDates.DateOf(instant)
            : null;
    }
}

internal sealed record CancelledInstance(string TenantId, string CustomerId, long InstanceId, string CancelDate);
