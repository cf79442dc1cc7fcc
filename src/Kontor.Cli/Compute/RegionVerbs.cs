using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

internal sealed class ShowRegion : Verb
{
    private readonly InstanceId _id = new();

    public ShowRegion()
        : base("region", "Says whether the machine may move to another region, where to, and which move is not done yet.") => Add(_id);

    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await call.Client.RegionChanges.GetOptionsAsync(call.Get(_id), call.Cancel));
        return ExitCode.Done;
    }
}

internal sealed class ChangeRegion : OperationOn
{
    private const string Installation = "installation";

    private readonly Option<string?> _region = Given.Text("--region", "Where to, as 'kontor instances region' shows it.", "REGION").Needed();
    private readonly Option<string?> _method = Given.Choice("--method", "Whether its disk comes along: migration; or it is installed anew: installation.", "migration", Installation)
        .Needed();

    public ChangeRegion()
        : base("change-region", "Asks Contabo's staff to move the machine to another region, which takes days; it is used meanwhile. Shows first what is lost.", new InstanceId(), asks: true)
    {
        Add(_region);
        Add(_method);
        Examples = ["kontor instances change-region 01K9ZC3T0000000000000000AB --region SIN --method migration --no-wait"];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call, string id)
    {
        var options = await call.Client.RegionChanges.GetOptionsAsync(id, call.Cancel);
        var disk = call.Given(_method) == Installation ? ", and all that is on its disk" : "";
        return $"Contabo's staff are asked to move machine {id} from {options.Region} to {call.Given(_region)}; "
            + $"it loses its addresses {options.IpV4} and {options.IpV6}{disk}.";
    }

    // What is lost was just shown, and agreed to.
    protected override Task<OperationResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.RegionChanges.RequestAsync(
        id,
        new ChangeRegionRequest { Region = call.Given(_region), Method = call.Given(_method), Loses = call.Given(_method) == Installation },
        idempotencyKey,
        call.Cancel);
}
