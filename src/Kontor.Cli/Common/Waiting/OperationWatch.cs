using Kontor.Api.Operations;

namespace Kontor.Cli.Common.Waiting;

/// <summary>Waits for an operation; ending the waiting never ends the operation.</summary>
internal static class OperationWatch
{
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
            var operation = await PatientLook.ReadAsync(call, () => call.Client.Operations.GetAsync(id, call.Cancel), steps.ClearStatusLine);
            steps.Show(operation);
            if (operation.IsFinished() || operation.Status == OperationStatus.NeedsAttention)
            {
                return operation;
            }

            await Task.Delay(PatientLook.Pause, call.Surroundings.Clock, call.Cancel);
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
