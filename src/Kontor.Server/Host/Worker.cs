namespace Kontor.Server.Host;

/// <summary>Work in the background, begun only when the server answers: one that finds its port taken must not buy anything first.</summary>
internal abstract class Worker(IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Works until cancelled, or until done.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await WorkAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var start = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
