namespace Kontor.Engine.Common;

/// <summary>What is done again and again until the process ends: one round that breaks does not end the rounds.</summary>
internal static class Rounds
{
    /// <summary>Goes around until cancelled, with a pause after each round.</summary>
    public static async Task RunAsync(Func<Task> round, TimeSpan pause, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await round();
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>Does a part of a round. Whatever breaks it, such as a full disk, is told and left to the next round.</summary>
    /// <param name="part">The part; nothing may follow from half of it.</param>
    /// <param name="broken">Told what broke it; not of the end of the process.</param>
    public static async Task TryAsync(Func<Task> part, Action<Exception> broken)
    {
        try
        {
            await part();
        }
        catch (Exception bug) when (bug is not OperationCanceledException && bug is not IStopTheProcess)
        {
            broken(bug);
        }
    }
}
