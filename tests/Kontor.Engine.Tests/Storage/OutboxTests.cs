using Kontor.Engine.Common.Events;
using Kontor.Engine.Storage;
using Kontor.Engine.Tests.Common;

namespace Kontor.Engine.Tests.Storage;

public sealed class OutboxTests : IDisposable
{
    private readonly TestDatabase _test = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Events_are_read_in_the_order_they_became_true()
    {
        await PublishAsync("a", "b");
        await PublishAsync("c");

        var rows = await new Outbox(_test.Database).ReadAsync(0, 10, Cancel);

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.SubjectId));
        Assert.Equal([1, 2, 3], rows.Select(row => row.Sequence));
    }

    [Fact]
    public async Task A_reader_goes_on_after_the_place_it_keeps()
    {
        await PublishAsync("a", "b", "c");
        var outbox = new Outbox(_test.Database);

        var first = await outbox.ReadAsync(0, 2, Cancel);
        var second = await outbox.ReadAsync(first[^1].Sequence, 2, Cancel);

        Assert.Equal(["a", "b"], first.Select(row => row.SubjectId));
        Assert.Equal(["c"], second.Select(row => row.SubjectId));
    }

    [Fact]
    public async Task No_read_returns_more_than_a_page()
    {
        await PublishAsync([.. Enumerable.Range(0, Outbox.MaxPage + 1).Select(n => $"{n}")]);

        Assert.Equal(Outbox.MaxPage, (await new Outbox(_test.Database).ReadAsync(0, int.MaxValue, Cancel)).Count);
    }

    [Fact]
    public async Task An_event_keeps_its_type_its_time_and_its_facts()
    {
        await PublishAsync("a");

        var row = Assert.Single(await new Outbox(_test.Database).ReadAsync(0, 10, Cancel));

        Assert.Equal((nameof(FindingRaised), _test.Clock.GetUtcNow()), (row.Type, row.At));
        Assert.Equal("""{"findingId":"f1","kind":"ghost","subjectId":"a"}""", row.Payload);
    }

    private Task PublishAsync(params string[] subjects) => _test.Database.WriteAsync(
        "room.fact",
        unit =>
        {
            foreach (var subject in subjects)
            {
                unit.Publish(new FindingRaised(subject, "f1", "ghost"));
            }

            return Task.CompletedTask;
        },
        Cancel);
}
