using Kontor.Contabo.Simulator.Faults;
using Kontor.Engine.Compute;
using Kontor.Engine.Operations;
using Kontor.Engine.Tasks;

namespace Kontor.Engine.Tests.Compute;

/// <summary>An operation that waits for a person is a task for one, exactly as long as it waits.</summary>
public sealed class AttentionTaskTests : IDisposable
{
    private readonly EngineFixture _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_purchase_that_waits_is_a_task_of_its_source_with_the_words_of_its_problem()
    {
        var parked = await ParkedAsync();
        var task = Assert.Single(await _engine.AllAsync<TaskRow>());

        Assert.Equal((AttentionTasks.Kind, parked.Id.Value, "shop", TaskRow.Open), (task.Kind, task.About, task.Source, task.Status));
        Assert.Equal((parked.ProblemDetail, parked.Id, parked.SubjectId), (task.Detail, task.OperationId!.Value, task.SubjectId!.Value));
        Assert.Equal(parked.UpdatedAt + TimeSpan.FromHours(24), task.DeadlineAt);
    }

    [Fact]
    public async Task Giving_up_closes_the_task_in_the_name_of_who_gave_up()
    {
        var parked = await ParkedAsync();
        await _engine.GiveUpAsync(parked.Id);
        var task = Assert.Single(await _engine.AllAsync<TaskRow>());

        Assert.Equal((TaskRow.Done, "Given up by a person.", "staff"), (task.Status, task.Outcome, task.DoneBy));
    }

    [Fact]
    public async Task A_resumed_operation_that_waits_again_is_a_new_task()
    {
        var parked = await ParkedAsync();
        await _engine.ResumeAsync(parked.Id);
        Assert.Equal(TaskRow.Done, Assert.Single(await _engine.AllAsync<TaskRow>()).Status);

        await _engine.RunUntilAtRestAsync(parked.Id);
        Assert.Equal([TaskRow.Done, TaskRow.Open], (await _engine.AllAsync<TaskRow>()).Select(task => task.Status));
    }

    [Fact]
    public async Task An_operation_that_goes_well_is_nobodys_task()
    {
        await _engine.BuyAsync(Shop.Order);

        Assert.Empty(await _engine.AllAsync<TaskRow>());
    }

    private async Task<Operation> ParkedAsync()
    {
        _engine.Cloud.Faults.Add(new FaultRule { Misbehaviour = Misbehaviour.ResetBeforeEffect, Operation = "createInstance" });
        var parked = await _engine.RunUntilAtRestAsync((await _engine.OrderAsync(Shop.Order)).Operation.Id);
        Assert.Equal("needs_attention", parked.Status);
        return parked;
    }
}
