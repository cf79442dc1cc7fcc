using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ListInstances : ListVerb<InstanceResponse>
{
    private static readonly Column<InstanceResponse>[] All =
    [
        new("id", instance => instance.Id),
        new("status", instance => instance.Gone ? "gone" : instance.Status),
        new("label", instance => instance.Label.Length == 0 ? null : instance.Label),
        new("ipv4", instance => instance.IpV4),
        new("plan", instance => instance.Plan),
        new("region", instance => instance.Region),
        new("account", instance => instance.Account),
        new("provider-id", instance => Cell.Number(instance.ProviderId)),
        new("subject", instance => instance.SubjectId),
        new("adopted", instance => Cell.YesNo(instance.Adopted)),
        new("paid-until", instance => Cell.Day(instance.Contract.PaidUntil)),
        new("ends", instance => Cell.Day(instance.Contract.CancelDate)),
        new("seen", instance => Cell.Instant(instance.SeenAt)),
    ];

    private readonly Option<string?> _subject = Given.Text("--subject", "Only those of this subject.", "ID");

    public ListInstances()
        : base("Lists instances with their contracts, newest first.", "There is no instance.", All)
    {
        Add(_subject);
        Examples = ["kontor instances list --columns id,status,ipv4,paid-until"];
    }

    protected override IAsyncEnumerable<InstanceResponse> ReadAsync(Invocation call) =>
        call.Client.Instances.ListAsync(call.Get(_subject), call.Cancel);
}
