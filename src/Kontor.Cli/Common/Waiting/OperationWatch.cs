using Kontor.Api.Operations;

namespace Kontor.Cli.Common.Waiting;

/// <summary>Waits for an operation; ending the waiting never ends the operation.</summary>
internal static class OperationWatch
{
    /// <summary>How many looks in a row may fail: a server that is started again is back by then.</summary>
    private const int MostFailedLooks = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Waits, shows the steps meanwhile and the operation at the end.</summary>
    /// <returns>The exit code that says how it ended.</returns>
    public static async Task<int> RunAsync(Invocation call, string id)
    {
        var steps = new StepList(call.Surroundings);
        try
        {
            var operation = await WaitAsync(call, id, steps);
            call.Output.Row(operation, OperationColumns.All);
            return End(call, operation);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
        {
            steps.ClearStatusLine();
            call.Say($"No longer waiting; operation {id} goes on: 'kontor operations wait {id}' waits again, 'kontor operations show {id}' shows it.");
            throw;
        }
    }

    private static async Task<OperationResponse> WaitAsync(Invocation call, string id, StepList steps)
    {
        while (true)
        {
            var operation = await LookAsync(call, id, steps);
            steps.Show(operation);
            if (operation.IsFinished() || operation.Status == OperationStatus.NeedsAttention)
            {
                return operation;
            }

            await Task.Delay(Pause, call.Surroundings.Clock, call.Cancel);
        }
    }

    // A look changes nothing, so it can be repeated, other than a wish.
    private static async Task<OperationResponse> LookAsync(Invocation call, string id, StepList steps)
    {
        for (var failed = 1; ; failed++)
        {
            try
            {
                return await call.Client.Operations.GetAsync(id, call.Cancel);
            }
            catch (HttpRequestException) when (failed < MostFailedLooks)
            {
                if (failed == 1)
                {
                    steps.ClearStatusLine();
                    call.Say($"Kontor at {call.Server} does not answer just now; still trying.");
                }

                await Task.Delay(Pause, call.Surroundings.Clock, call.Cancel);
            }
        }
    }

    private static int End(Invocation call, OperationResponse operation)
    {
        var (code, sentence) = operation.Status switch
        {
            OperationStatus.Succeeded => (ExitCode.Done, null),
            OperationStatus.NeedsAttention => (ExitCode.NeedsAttention,
                $"Operation {operation.Id} waits for a person: {Why(operation)} Then 'kontor operations resume {operation.Id}' looks again and goes on, "
                + $"or 'kontor operations give-up {operation.Id}' ends it."),
            OperationStatus.Cancelled => (ExitCode.OperationCancelled, $"Operation {operation.Id} was cancelled: {Why(operation)}"),
            _ => (ExitCode.OperationFailed, $"Operation {operation.Id} failed: {Why(operation)}"),
        };
        if (sentence is not null)
        {
            call.Say($"kontor: {sentence}");
        }

        return code;
    }

    private static string Why(OperationResponse operation) =>
        operation.Problem is { } problem ? problem.Detail ?? $"{problem.Code}." : $"its state is '{operation.State}'.";
}
