namespace Kontor.Cli.Common.Waiting;

/// <summary>Reads on while a server is started again. A look changes nothing, so it can be repeated, other than a wish.</summary>
internal static class PatientLook
{
    /// <summary>How long there is between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How many looks in a row may fail: a server that is started again is back by then.</summary>
    private const int MostFailedLooks = 60;

    /// <summary>Reads until there is an answer.</summary>
    /// <param name="call">The run of the verb.</param>
    /// <param name="read">Reads once.</param>
    /// <param name="beforeSaying">What is done before it is said that nobody answers.</param>
    public static async Task<T> ReadAsync<T>(Invocation call, Func<Task<T>> read, Action beforeSaying)
    {
        for (var failed = 1; ; failed++)
        {
            try
            {
                return await read();
            }
            catch (HttpRequestException) when (failed < MostFailedLooks)
            {
                if (failed == 1)
                {
                    beforeSaying();
                    call.Say($"Kontor at {call.Server} does not answer just now; still trying.");
                }

                await Task.Delay(Pause, call.Surroundings.Clock, call.Cancel);
            }
        }
    }
}
