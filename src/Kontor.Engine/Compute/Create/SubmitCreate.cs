using Kontor.Contabo;
using Kontor.Contabo.Instances;
using Kontor.Engine.Accounts;
using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Create;

/// <summary>From accepted to sent: checks, saves the intent by compare-and-set, sends its bytes once, records what came of it.</summary>
public sealed class SubmitCreate(
    Database database,
    OperationStore operations,
    SaleStore sales,
    ContaboAccounts accounts,
    Preflight preflight,
    StoreSecrets secrets,
    CreateOutcomes outcomes,
    ProcessRun run,
    IIdSource ids,
    ICheckpoints checkpoints,
    PurchasingOptions options)
{
    private static readonly Actor Worker = Actor.Kontor("purchasing");

    public async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var order = await sales.OrderOfAsync(operation.Id, cancellationToken);
        if (accounts.Find(order.Account) is not { } account)
        {
            await WaitAsync(operation, AccountProblems.Missing(order.Account), cancellationToken);
        }
        else if (await preflight.CheckAsync(account, order, cancellationToken) is { } problem)
        {
            await (problem.Kind == ProblemKind.Unavailable
                ? WaitAsync(operation, problem, cancellationToken)
                : outcomes.UnfitAsync(operation, problem, cancellationToken));
        }
        else
        {
            await PreparedAsync(account, operation, order, cancellationToken);
        }
    }

    /// <summary>The keys of the order stand at the provider before the order is sent: it names them by number.</summary>
    private async Task PreparedAsync(ContaboAccount account, Operation operation, SealedOrder order, CancellationToken cancellationToken)
    {
        var stored = await secrets.AdvanceAsync(WantedOf(operation, order), cancellationToken);
        if (stored.Ids is not { } ids)
        {
            await (stored.Problem!.Kind == ProblemKind.Unavailable
                ? WaitAsync(operation, stored.Problem, cancellationToken)
                : outcomes.UnfitAsync(operation, stored.Problem, cancellationToken));
        }
        else if (await SaveIntentAsync(operation, order, ids, cancellationToken) is { } intent)
        {
            await SendAsync(account, operation with { Attempt = intent.Attempt }, intent);
        }
    }

    private async Task SendAsync(ContaboAccount account, Operation operation, Intent intent)
    {
        await checkpoints.ReachedAsync("create.call/not_sent");
        try
        {
            // Not cancellable: once the intent is saved, giving up waiting would only lose the answer.
            var created = await account.Client.Instances.CreateAsync(intent.Body, RequestId.Parse(intent.RequestId), CancellationToken.None);
            await checkpoints.ReachedAsync("create.call/answered");
            await outcomes.BoughtAsync(operation, new ProviderInstanceId(created.InstanceId!.Value), PurchaseLedger.ByAnswer, CancellationToken.None);
        }
        catch (ContaboApiException failure) when (failure.Outcome == WriteOutcome.DefinitelyNotDone)
        {
            await checkpoints.ReachedAsync("create.call/answered");
            await outcomes.RefusedAsync(operation, failure, CancellationToken.None);
        }
        catch (ContaboApiException failure)
        {
            await checkpoints.ReachedAsync("create.call/answered");
            await outcomes.UnknownAsync(operation, failure.Reason.ToString(), CancellationToken.None);
        }
    }

    private Task<Intent?> SaveIntentAsync(Operation operation, SealedOrder order, SecretIds secrets, CancellationToken cancellationToken) =>
        database.WriteAsync("create.intent", unit => SaveIntentAsync(unit, operation, order, secrets), cancellationToken);

    private async Task<Intent?> SaveIntentAsync(UnitOfWork unit, Operation operation, SealedOrder order, SecretIds secrets)
    {
        var unresolved = await IntentStore.CountUnresolvedAsync(unit, order.Account);
        if (unresolved >= options.UnknownHold)
        {
            await OperationStore.PostponeAsync(
                unit, operation, unit.Now + options.HoldEvery, PurchasingProblems.AccountHeld(order.Account, unresolved));
            return null;
        }

        var hostname = await ResourceStore.HostnameOfAsync(unit, order.SubjectId);
        var intent = NewIntent(operation, order, BodyOf(order, secrets, hostname), unit.Now);
        var move = CreateInstanceFlow.Move(
            CreateInstanceStates.Table.Next(CreateInstanceFlow.StateOf(operation), CreateInstanceTrigger.IntentSaved),
            $"Ordering {order.Plan} in {order.Region} for {order.TermMonths} month(s), committing {order.Committed}.",
            Worker) with
        {
            Attempt = intent.Attempt,
            DueAt = intent.DeadlineAt + options.SenderGrace,
            DeadlineAt = intent.DeadlineAt + options.SenderGrace,
        };
        if (!await operations.TryMoveAsync(unit, operation, move))
        {
            return null;
        }

        await IntentStore.InsertAsync(unit, intent);
        return intent;
    }

    private Intent NewIntent(Operation operation, SealedOrder order, byte[] body, DateTimeOffset now) => new()
    {
        OperationId = operation.Id,
        Attempt = operation.Attempt + 1,
        Action = Intent.Create,
        Account = order.Account,
        Owner = run.Id,
        RequestId = new RequestId(ids.NewRequestId()).ToString(),
        Marker = order.Marker,
        Body = body,
        CreatedAt = now,
        DeadlineAt = now + options.OrderTimeout,
        Outcome = IntentOutcome.Open,
    };

    /// <summary>The order as it is sent; the host name that the machine before it had goes with it.</summary>
    private static byte[] BodyOf(SealedOrder order, SecretIds secrets, string? hostname) => new CreateInstanceRequest
    {
        ProductId = order.Plan,
        Region = order.Region,
        ImageId = order.Image,
        Period = order.TermMonths,
        DisplayName = Marker.Parse(order.Marker).DisplayName(order.Label),
        DefaultUser = new DefaultUser(order.DefaultUser),
        SshKeys = secrets.SshKeys,
        UserData = hostname is null ? null : HostName.Parse(hostname).ToUserData(),
    }.ToJsonBytes();

    private static WantedSecrets WantedOf(Operation operation, SealedOrder order) =>
        new(order.Account, operation.Id, SshKey.ParseAll([.. order.SshKeys], "sshKeys").Value, Password: false);

    private Task WaitAsync(Operation operation, Problem problem, CancellationToken cancellationToken) => database.WriteAsync(
        "create.wait",
        async unit =>
        {
            if (operation.DeadlineAt > unit.Now)
            {
                await OperationStore.PostponeAsync(unit, operation, unit.Now + options.HoldEvery, problem);
                return;
            }

            var blocked = CreateInstanceFlow.Move(
                CreateInstanceStates.Table.Next(CreateInstanceState.Accepted, CreateInstanceTrigger.DeadlinePassed),
                $"Not sent, nothing bought: {problem.Detail}",
                Worker) with
            { Problem = PurchasingProblems.CannotStart(), DueAt = unit.Now + options.AnnounceEvery };
            await operations.TryMoveAsync(unit, operation, blocked);
        },
        cancellationToken);
}
