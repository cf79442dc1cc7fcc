using System.Collections.Concurrent;
using System.Text.Json;
using Kontor.Api.Storage;

namespace Kontor.Server.Demo.Fleet;

/// <summary>Reads Kontor's events, and lets others wait for the end of an operation or of a machine.</summary>
internal sealed class OperationWatch(DemoWorld world)
{
    private const int Page = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Finished = ["succeeded", "failed", "cancelled"];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _ends = new();
    private readonly ConcurrentDictionary<string, bool> _gone = new();
    private long _after;

    /// <summary>Gets how many machines are gone from the provider.</summary>
    public int Gone => _gone.Count;

    /// <summary>Gets how many events were read: while it grows, something happens.</summary>
    public long Read { get; private set; }

    /// <summary>Waits for an operation to end.</summary>
    /// <returns>The state it ended in.</returns>
    public Task<string> EndOfAsync(string operationId, CancellationToken cancellationToken) => EndOf(operationId).Task.WaitAsync(cancellationToken);

    /// <summary>Forgets that it ended: it is about to be opened again.</summary>
    public void Forget(string operationId) => _ends.TryRemove(operationId, out _);

    /// <summary>Begins after what happened before.</summary>
    public async Task SkipAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(_ => { }, cancellationToken))
        {
        }
    }

    /// <summary>Reads until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await ReadAsync(Take, cancellationToken))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<bool> ReadAsync(Action<EventResponse> take, CancellationToken cancellationToken)
    {
        var page = await Patience.CallAsync(() => world.Kontor.ReadEventsAsync(_after, Page, cancellationToken), cancellationToken);
        foreach (var happened in page.Items)
        {
            take(happened);
        }

        (_after, Read) = (page.NextAfter, Read + page.Items.Count);
        return page.More;
    }

    private void Take(EventResponse happened)
    {
        if (happened.Type == "operation_moved" && Finished.Contains(Text(happened.Data, "status")))
        {
            EndOf(Text(happened.Data, "operationId")).TrySetResult(Text(happened.Data, "state"));
        }
        else if (happened.Type == "resource_gone")
        {
            _gone[Text(happened.Data, "resourceId")] = true;
        }
    }

    private TaskCompletionSource<string> EndOf(string operationId) =>
        _ends.GetOrAdd(operationId, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));

    private static string Text(JsonElement data, string field) => data.GetProperty(field).GetString()!;
}
