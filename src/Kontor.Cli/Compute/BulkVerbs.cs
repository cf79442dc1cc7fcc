using System.CommandLine;
using Kontor.Api;
using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Compute;

/// <summary>Which bulk; there is no list of them.</summary>
internal sealed class BulkId : IdArgument
{
    public BulkId()
        : base("bulk", "bulk") => Description = "The id, as 'kontor bulk create' showed it.";

    public override IAsyncEnumerable<(string Id, string Text)> ReadAsync(KontorClient client, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<(string, string)>();
}

/// <summary>What is wished, and for which machines.</summary>
internal sealed class BulkOptions
{
    private readonly Option<string?> _action = Given.Choice("--action", "What is done with each.", "start", "stop", "restart", "shutdown").Needed();
    private readonly Option<int?> _limit = Given.Number("--at-once", "How many are under way at a time. Default: 5.", 1, 20);
    private readonly Argument<string[]> _machines = new("instances")
    {
        Description = "The ids of the machines, as 'kontor instances list' shows them, up to 500.",
        Arity = ArgumentArity.OneOrMore,
    };

    public BulkOptions(Command command)
    {
        command.Add(_machines);
        command.Add(_action);
        command.Add(_limit);
    }

    public CreateBulkRequest In(Invocation call) => new() { Action = call.Given(_action), Instances = call.Get(_machines), Limit = call.Get(_limit) ?? 5 };
}

internal sealed class PreviewBulk : Verb
{
    private readonly BulkOptions _wish;

    public PreviewBulk()
        : base("preview", "Says for each machine what would come of a wish for many now; nothing is done.") => _wish = new BulkOptions(this);

    public override async Task<int> RunAsync(Invocation call)
    {
        call.Output.Show(await call.Client.Bulk.PreviewAsync(_wish.In(call), call.Cancel));
        return ExitCode.Done;
    }
}

/// <summary>Sends a wish for many machines, and waits until nothing of it is under way unless told not to.</summary>
internal abstract class BulkVerb : SendVerb<BulkResponse>
{
    private readonly Option<bool> _noWait = Given.Flag("--no-wait", "Returns as soon as it is accepted.");

    protected BulkVerb(string name, string summary, bool asks)
        : base(name, summary, asks) => Later.Add(_noWait);

    protected override Task<int> FinishAsync(Invocation call, BulkResponse answer)
    {
        if (!call.Get(_noWait))
        {
            call.Say($"Bulk {answer.Id} is accepted.");
            return BulkWatch.RunAsync(call, answer.Id);
        }

        call.Output.Show(answer);
        return Task.FromResult(ExitCode.Done);
    }
}

internal sealed class CreateBulk : BulkVerb
{
    private readonly BulkOptions _wish;

    public CreateBulk()
        : base("create", "Wishes the same for many machines, some at a time, and waits until each has its result. Shows first which would refuse.", asks: true)
    {
        _wish = new BulkOptions(this);
        Examples = ["kontor bulk create --action restart --at-once 10 01K9ZC3T0000000000000000AB 01K9ZC3T0000000000000000AC"];
    }

    protected override async Task<string> ConsequenceAsync(Invocation call)
    {
        var wish = _wish.In(call);
        var preview = await call.Client.Bulk.PreviewAsync(wish, call.Cancel);
        var refused = preview.Items.Where(item => item.Problem is not null).Select(item => $" {item.InstanceId} would not: {item.Problem!.Detail}");
        return $"{Cell.Number(preview.WouldBegin)} of {Cell.Number(preview.Items.Count)} machines take a {wish.Action}, {Cell.Number(wish.Limit)} at a time."
            + string.Concat(refused);
    }

    protected override Task<BulkResponse> SendAsync(Invocation call, string idempotencyKey) =>
        call.Client.Bulk.CreateAsync(_wish.In(call), idempotencyKey, call.Cancel);
}

internal sealed class ShowBulk() : ShowVerb<BulkResponse>("Shows how far a wish for many machines is, and what came of each.", new BulkId())
{
    protected override Task<BulkResponse> ReadAsync(Invocation call, string id) => call.Client.Bulk.GetAsync(id, call.Cancel);
}

internal sealed class StopBulk() : ChangeOn<BulkResponse>("stop", "Begins no further machine; those under way go on.", new BulkId())
{
    protected override Task<BulkResponse> SendAsync(Invocation call, string id, string idempotencyKey) => call.Client.Bulk.StopAsync(id, idempotencyKey, call.Cancel);
}

internal sealed class RetryBulk : BulkVerb
{
    private readonly BulkId _id = new();

    public RetryBulk()
        : base("retry", "Wishes anew for the machines that failed, and waits until each has its result.", asks: false) => Add(_id);

    protected override Task<BulkResponse> SendAsync(Invocation call, string idempotencyKey) => call.Client.Bulk.RetryAsync(call.Get(_id), idempotencyKey, call.Cancel);
}
