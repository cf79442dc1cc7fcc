using System.Collections.Concurrent;

namespace Kontor.Engine.Storage;

/// <summary>The writers in a line: whoever's turn it is takes along those who wait, so that one commit serves them all.</summary>
/// <remarks>A commit costs the same for one row as for many, and it is most of what a write waits for.</remarks>
internal sealed class WriterLine(Func<IReadOnlyList<PendingWrite>, Task> commit) : IDisposable
{
    /// <summary>So many share a transaction at the most: the first of them waits for the last.</summary>
    public const int MostAtOnce = 16;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<PendingWrite> _waiting = new();

    /// <summary>Returns when the write is committed, and throws when it is not.</summary>
    public async Task CommitAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        _waiting.Enqueue(write);
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!write.TryTake())
        {
            // Somebody took it along before it gave up waiting, and it is as good as done.
            await write.Done;
            return;
        }

        try
        {
            while (!write.Done.IsCompleted)
            {
                await commit(Next());
            }
        }
        finally
        {
            _turn.Release();
        }

        await write.Done;
    }

    public void Dispose() => _turn.Dispose();

    private List<PendingWrite> Next()
    {
        var batch = new List<PendingWrite>();
        while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var next))
        {
            if (next.TryTake())
            {
                batch.Add(next);
            }
        }

        return batch;
    }
}
