namespace Kontor.Contabo.Simulator.Instances;

/// <summary>The short answer of changes. Source: the schemas PatchInstanceResponseData and ReinstallInstanceResponseData.</summary>
internal sealed record InstanceReceipt(string TenantId, string CustomerId, long InstanceId, DateTimeOffset CreatedDate)
{
    public static InstanceReceipt Of(OperationCall call, Instance instance) =>
        new(call.Account.TenantId, call.Account.CustomerId, instance.InstanceId, instance.CreatedAt);
}
