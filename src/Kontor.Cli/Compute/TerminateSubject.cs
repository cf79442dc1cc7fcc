using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Compute;

internal sealed class TerminateSubject : OperationOnSubject
{
    private const int MostDays = 365;

    private readonly Option<DateOnly?> _on = Given.Day("--on", "The day it is to end, in Berlin; Contabo moves one before the end of the paid term to it. Default: that end.");
    private readonly Option<bool> _runsOn = Given.Flag("--keep-running", "Its customer has it until it ends. Default: it is locked and stopped at once, and wiped later.");
    private readonly Option<int?> _retention = Given.Number(
        "--retention-days", "How many days after it was stopped it is wiped; 0 for never. Default: as the installation is set.", 0, MostDays);

    public TerminateSubject()
        : base("terminate", "Ends the machine with its paid term; the same wish again is the same operation. Shows first which machine it is.", asks: true)
    {
        Add(_on);
        Add(_runsOn);
        Add(_retention);
        Validators.Add(result =>
        {
            if (result.GetValue(_runsOn) && result.GetResult(_retention) is not null)
            {
                result.AddError("--keep-running and --retention-days exclude each other: what runs on is not wiped.");
            }
        });
        Examples = ["kontor subjects terminate 01K9ZC3T0000000000000000AB", "kontor subjects terminate 01K9ZC3T0000000000000000AB --keep-running --on 2027-01-31"];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var generation = GenerationIn(call);
        var machine = await call.Client.Instances.ListAsync(id, call.Cancel).FirstOrDefaultAsync(one => one.Generation == generation, call.Cancel);
        return machine is null
            ? $"{SaleOf(Subject)} has no machine of generation {Cell.Number(generation)} yet; what may still come of its order is ended."
            : $"{SaleOf(Subject)}: its machine {NameOf(machine)} {StopOf(call)}ends {WhenOf(call, machine)}, and everything on it is lost then.";
    }

    protected override Task<OperationResponse> SendAsync(Invocation call, SubjectResponse subject, int generation, string idempotencyKey) =>
        call.Client.Subjects.TerminateAsync(
            subject.Id,
            new TerminateRequest
            {
                Generation = generation,
                Fingerprint = subject.Fingerprint,
                On = call.Get(_on),
                Stop = !call.Get(_runsOn),
                RetentionDays = call.Get(_retention),
            },
            idempotencyKey,
            call.Cancel);

    private static string SaleOf(SubjectResponse subject) => $"{subject.Source}'s {subject.Kind} {subject.ExternalId} of client {subject.Fingerprint.Client}";

    private static string NameOf(InstanceResponse machine) =>
        string.Join(", ", new[] { machine.Id, machine.Label, machine.IpV4, $"number {Cell.Number(machine.ProviderId)}" }.Where(text => !string.IsNullOrEmpty(text)));

    private string StopOf(Invocation call) => call.Get(_runsOn) ? "runs on and " : call.Get(_retention) switch
    {
        null => "is locked and stopped at once, is wiped when the installation's time for that is over, and ",
        0 => "is locked and stopped at once, is not wiped, and ",
        var days => $"is locked and stopped at once, is wiped {Cell.Number(days.Value)} day(s) later, and ",
    };

    private string WhenOf(Invocation call, InstanceResponse machine)
    {
        var term = Cell.Day(machine.Contract.PaidUntil) is { } day ? $"with its paid term on {day}" : "with its paid term, whose day is not known";
        return call.Get(_on) is { } wished ? $"on {Cell.Day(wished)}, but not before its paid term does{(machine.Contract.PaidUntil is { } paid ? $" on {Cell.Day(paid)}" : "")}" : term;
    }
}
