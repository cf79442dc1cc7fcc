using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Compute;

internal sealed class TerminateSubject : OperationOnSubject
{
    public TerminateSubject()
        : base("terminate", "Ends the machine with its paid term; the same wish again is the same operation. Shows first which machine it is.", asks: true) =>
        Examples = ["kontor subjects terminate 01K9ZC3T0000000000000000AB"];

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var generation = GenerationIn(call);
        var machine = await call.Client.Instances.ListAsync(id, call.Cancel).FirstOrDefaultAsync(one => one.Generation == generation, call.Cancel);
        return machine is null
            ? $"{SaleOf(Subject)} has no machine of generation {Cell.Number(generation)} yet; what may still come of its order is ended."
            : $"{SaleOf(Subject)}: its machine {NameOf(machine)} ends {WhenOf(machine)}, and everything on it is lost then.";
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.Subjects.TerminateAsync(
            subject.Id, new TerminateRequest { Generation = generation, Fingerprint = subject.Fingerprint }, idempotencyKey, call.Cancel);

    private static string SaleOf(SubjectResponse subject) => $"{subject.Source}'s {subject.Kind} {subject.ExternalId} of client {subject.Fingerprint.Client}";

    private static string NameOf(InstanceResponse machine) =>
        string.Join(", ", new[] { machine.Id, machine.Label, machine.IpV4, $"number {Cell.Number(machine.ProviderId)}" }.Where(text => !string.IsNullOrEmpty(text)));

    private static string WhenOf(InstanceResponse machine) =>
        Cell.Day(machine.Contract.PaidUntil) is { } day ? $"with its paid term on {day}" : "with its paid term, whose day is not known";
}
