using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Engine.Tests.Common;
using LinqToDB;
using LinqToDB.Async;

namespace Kontor.Engine.Tests.Tasks;

/// <summary>An inbox on a database of its own.</summary>
internal sealed class TaskRoom : IDisposable
{
    public static readonly Actor Person = new(ActorKind.ApiKey, "key-1", "shop");

    public TaskRoom() => Store = new TaskStore(Test.Database, new SequentialIds());

    public TestDatabase Test { get; } = new();

    public TaskStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Test.Dispose();

    /// <summary>A task to begin with, due in an hour.</summary>
    public NewTask Sample(string about = "thing", string? source = "shop", TimeSpan? within = null) => new("sample_kind", about)
    {
        Title = "Something is to be done",
        Detail = "Do it.",
        Consequence = "Nothing good.",
        DeadlineAt = Test.Clock.GetUtcNow() + (within ?? TimeSpan.FromHours(1)),
        Source = source,
        SubjectId = new SubjectId("subject"),
    };

    public Task<string> OpenAsync(NewTask task) => Test.Database.WriteAsync("test.open", unit => Store.OpenAsync(unit, task, Actor.Kontor("test")), Cancel);

    public Task CompleteAsync(string about = "thing") => Test.Database.WriteAsync(
        "test.complete", unit => TaskStore.CompleteAsync(unit, "sample_kind", about, "The cause is gone.", Actor.Kontor("test")), Cancel);

    public async Task<TaskRow> ShowAsync(string id) => (await Store.FindAsync(id, source: null, Cancel))!;

    public Task<Result<TaskRow>> DoneAsync(string id, string outcome = "Called them.", string? source = "shop") =>
        new CloseTaskHandler(Test.Database).DoneAsync(new CloseTask(id, outcome, source), Person, Cancel);

    public Task<Result<TaskRow>> DismissAsync(string id, string reason = "Not ours.", string? source = "shop") =>
        new CloseTaskHandler(Test.Database).DismissAsync(new CloseTask(id, reason, source), Person, Cancel);

    public Task<Result<TaskRow>> ReopenAsync(string id, string? source = "shop") =>
        new ReopenTaskHandler(Test.Database).HandleAsync(id, source, Person, Cancel);

    public Task<Result<TaskRow>> AssignAsync(string id, string? assignee, string? source = "shop") =>
        new AssignTaskHandler(Test.Database).HandleAsync(new AssignTask(id, assignee, source), Person, Cancel);

    public async Task<IReadOnlyList<string>> ListAsync(TaskFilter filter) => [.. (await Store.ListAsync(filter, Cancel)).Select(task => task.About)];

    /// <summary>The types of events so far, those of tasks with the subject under which they are read.</summary>
    public async Task<IReadOnlyList<(string Type, string? Subject)>> EventsAsync() =>
        [.. (await new Outbox(Test.Database).ReadAsync(0, 500, Cancel)).Select(row => (row.Type, row.SubjectId))];

    public async Task<IReadOnlyList<string>> AuditAsync() => [.. (await Test.Database.ReadAsync(
        db => db.GetTable<AuditRow>().OrderBy(row => row.Sequence).ToListAsync(Cancel), Cancel)).Select(row => row.Action)];
}
