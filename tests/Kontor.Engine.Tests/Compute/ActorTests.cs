using Kontor.Engine.Common;
using Kontor.Engine.Compute;
using Kontor.Engine.Compute.Change;
using Kontor.Engine.Compute.Create;
using Kontor.Engine.Compute.Protect;
using Kontor.Engine.Compute.Suspend;
using Kontor.Engine.Compute.Terminate;
using Kontor.Engine.Operations;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Tests.Compute;

/// <summary>The use cases themselves ask who it is: a door that forgets to opens nothing.</summary>
public sealed class ActorTests : IDisposable
{
    private static readonly Actor Client = Shop.Actor with { Client = Shop.SoldAs.Client };
    private static readonly Actor OtherClient = Shop.Actor with { Client = "8" };
    private readonly EngineFixture _engine = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_client_sees_and_touches_its_own_machine()
    {
        var (_, machine) = await SoldAsync();

        Assert.Equal(machine, (await _engine.Get<ShowInstancesHandler>().FindAsync(machine, Client, Cancel)).Value.Resource.Id);
        Assert.Equal(machine, Assert.Single(await _engine.Get<ShowInstancesHandler>().ListAsync(Client, null, null, 10, Cancel)).Resource.Id);
        Assert.Null((await ChangeAsync(machine, "stop", Client)).Problem);
    }

    [Fact]
    public async Task Another_clients_machine_is_answered_like_an_absent_one()
    {
        var (subject, machine) = await SoldAsync();
        var operation = (await ChangeAsync(machine, "stop", Client)).Value.Id;

        Assert.Equal(await AnswersAsync(new("none"), new("none"), new("none")), await AnswersAsync(machine, subject.Id, operation));
        Assert.Empty(await _engine.Get<ShowInstancesHandler>().ListAsync(OtherClient, null, null, 10, Cancel));
        Assert.Empty(await _engine.Get<ShowSubjectHandler>().ListAsync(OtherClient, null, 10, Cancel));
        Assert.Empty(await _engine.Get<ShowOperationsHandler>().ListAsync(new OperationFilter(), OtherClient, Cancel));
    }

    [Fact]
    public async Task A_client_neither_buys_nor_ends_nor_suspends_nor_decides()
    {
        var (subject, machine) = await SoldAsync();
        var answers = new[]
        {
            (await _engine.Get<OrderInstanceHandler>().HandleAsync(Shop.OrderFor("2"), "1", Client, Cancel)).Problem,
            (await _engine.Get<TerminateSubjectHandler>().HandleAsync(new TerminateSubject(subject.Id, 1, Shop.SoldAs, "shop"), "2", Client, Cancel)).Problem,
            (await _engine.Get<SuspendSubjectHandler>().HandleAsync(new SuspendSubject(subject.Id, 1, Shop.SoldAs, true, "shop"), "3", Client, Cancel)).Problem,
            (await _engine.Get<OpenGenerationHandler>().HandleAsync(subject.Id, "shop", Client, Cancel)).Problem,
            (await _engine.Get<AdoptInstanceHandler>().HandleAsync(new AdoptInstance(EngineProcess.Account, new(1), Shop.OrderFor("2").Subject, Shop.SoldAs), Client, Cancel)).Problem,
            (await _engine.Get<DecideOperationHandler>().ResumeAsync(new("1"), "shop", Client, Cancel)).Problem,
            (await _engine.Get<DecideOperationHandler>().GiveUpAsync(new("1"), "shop", Client, Cancel)).Problem,
            (await ChangeAsync(machine, "suspend", Client)).Problem,
        };

        Assert.All(answers, problem => Assert.Equal("tenancy.right_not_of_role", problem?.Code));
        Assert.Single(_engine.Cloud.PurchaseLog);
    }

    [Fact]
    public async Task A_user_who_may_only_restart_does_nothing_else()
    {
        var (_, machine) = await SoldAsync();
        var user = Client with { User = "70", Permissions = "restart" };

        Assert.Equal("tenancy.right_not_given", (await ChangeAsync(machine, "stop", user)).Problem?.Code);
        Assert.Equal("tenancy.right_not_given", (await _engine.Get<ProtectInstanceHandler>().HandleAsync(new ProtectInstance(machine, true, true, "shop"), user, Cancel)).Problem?.Code);
        Assert.Null((await ChangeAsync(machine, "restart", user)).Problem);
    }

    [Fact]
    public async Task The_audit_trail_says_for_whom_it_was()
    {
        var (_, machine) = await SoldAsync();
        await ChangeAsync(machine, "stop", Client with { User = "70", Permissions = "power", Admin = "1", Masquerade = true });

        var actor = Assert.Single(await _engine.AuditAsync("power.accepted")).Actor;

        Assert.Contains("\"client\":\"7\",\"user\":\"70\",\"permissions\":\"power\",\"admin\":\"1\",\"masquerade\":true", actor, StringComparison.Ordinal);
    }

    private async Task<List<Problem?>> AnswersAsync(ResourceId machine, SubjectId subject, OperationId operation) =>
    [
        (await _engine.Get<ShowInstancesHandler>().FindAsync(machine, OtherClient, Cancel)).Problem,
        (await _engine.Get<ShowSubjectHandler>().HandleAsync(subject, OtherClient, Cancel)).Problem,
        (await _engine.Get<ShowOperationsHandler>().FindAsync(operation, OtherClient, Cancel)).Problem,
        (await ChangeAsync(machine, "stop", OtherClient)).Problem,
        (await _engine.Get<ProtectInstanceHandler>().HandleAsync(new ProtectInstance(machine, true, true, "shop"), OtherClient, Cancel)).Problem,
    ];

    private Task<Result<Operation>> ChangeAsync(ResourceId machine, string change, Actor actor) =>
        _engine.Get<ChangeInstanceHandler>().HandleAsync(new ChangeInstance(machine, change, "shop"), Shop.NewKey(), actor, Cancel);

    private async Task<(Subject Subject, ResourceId Machine)> SoldAsync()
    {
        var subject = (await _engine.BuyAsync(Shop.Order)).Subject;
        return (subject, (await _engine.ResourceAsync(subject.Id)).Id);
    }
}
