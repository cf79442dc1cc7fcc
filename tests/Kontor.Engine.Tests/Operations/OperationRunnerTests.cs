using Kontor.Engine.Common;
using Kontor.Engine.Operations;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kontor.Engine.Tests.Operations;

/// <summary>One broken step holds up neither its worker nor the other operations.</summary>
public sealed class OperationRunnerTests : IDisposable
{
    private readonly TestDatabase _test = new();
    private readonly WakeSignal _wake = new();
    private readonly OperationStore _store;
    private readonly OperationOptions _options = new() { Workers = 1 };

    public OperationRunnerTests() => _store = new OperationStore(_test.Database, _wake, []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task A_step_that_fails_waits_visibly_and_its_state_is_as_it_was(Type bug)
    {
        await InsertAsync("1", "broken");
        var stepped = await Runner(new BrokenFlow(() => New(bug))).RunOneAsync("worker", Cancel);
        var operation = (await _store.FindAsync(new OperationId("1"), Cancel))!;

        Assert.True(stepped);
        Assert.Equal(("begun", "operations.step_failed", (string?)null), (operation.State, operation.ProblemCode, operation.LeaseOwner));
        Assert.Equal(_test.Clock.GetUtcNow() + _options.RetryAfterBug, operation.DueAt);
    }

    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task The_worker_goes_on_to_the_next_operation(Type bug)
    {
        await InsertAsync("1", "broken");
        await InsertAsync("2", "sound");
        var sound = new SoundFlow(_test.Database, _store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var runner = Runner(new BrokenFlow(() => New(bug)), sound);
        var pump = new OperationPump(runner, _store, _wake, _options, _test.Clock, NullLogger<OperationPump>.Instance).RunAsync("node", stop.Token);

        await Task.WhenAny(sound.Reached, pump);
        Assert.False(pump.IsCompleted);
        await stop.CancelAsync();
        await pump;
    }

    [Fact]
    public async Task The_stop_of_the_host_ends_the_worker_and_is_nobodys_fault()
    {
        await InsertAsync("1", "broken");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var runner = Runner(new BrokenFlow(() =>
        {
            stop.Cancel();
            return new OperationCanceledException(stop.Token);
        }));
        await new OperationPump(runner, _store, _wake, _options, _test.Clock, NullLogger<OperationPump>.Instance).RunAsync("node", stop.Token);

        Assert.Null((await _store.FindAsync(new OperationId("1"), Cancel))!.ProblemCode);
    }

    [Fact]
    public async Task A_failed_step_is_tried_again_after_its_pause_and_no_sooner()
    {
        await InsertAsync("1", "broken");
        var runner = Runner(new BrokenFlow(() => new TaskCanceledException()));
        Assert.True(await runner.RunOneAsync("worker", Cancel));
        Assert.False(await runner.RunOneAsync("worker", Cancel));

        _test.Clock.Advance(_options.RetryAfterBug);
        Assert.True(await runner.RunOneAsync("worker", Cancel));
    }

    private static Exception New(Type bug) => (Exception)Activator.CreateInstance(bug)!;

    private OperationRunner Runner(params IOperationFlow[] flows) =>
        new(_test.Database, _store, flows, _options, NullLogger<OperationRunner>.Instance);

    private Task InsertAsync(string id, string type) => _test.Database.WriteAsync(
        "test.insert",
        unit => _store.InsertAsync(unit, Samples.Operation(id, type, unit.Now), "Begun."),
        Cancel);

    private sealed class BrokenFlow(Func<Exception> bug) : SampleFlow("broken")
    {
        public override Task AdvanceAsync(Operation operation, CancellationToken cancellationToken) => throw bug();
    }

    private sealed class SoundFlow(Database database, OperationStore store) : SampleFlow("sound")
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public override async Task AdvanceAsync(Operation operation, CancellationToken cancellationToken)
        {
            var done = new OperationMove("done", OperationStatus.Succeeded, "Done.", Actor.Kontor("test"));
            await database.WriteAsync("test.done", unit => store.TryMoveAsync(unit, operation, done), cancellationToken);
            _reached.SetResult();
        }
    }
}
