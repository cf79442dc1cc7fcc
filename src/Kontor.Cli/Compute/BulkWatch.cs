using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;
using Kontor.Cli.Common.Waiting;

namespace Kontor.Cli.Compute;

/// <summary>Waits until nothing of a bulk is under way; ending the waiting never ends the bulk.</summary>
internal static class BulkWatch
{
    /// <summary>Waits, says meanwhile how many machines are through, and shows each at the end.</summary>
    /// <returns>The exit code that says how it ended.</returns>
    public static async Task<int> RunAsync(Invocation call, string id)
    {
        try
        {
            var bulk = await WaitAsync(call, id);
            call.Output.Show(bulk);
            return End(call, bulk);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
        {
            call.Say($"No longer waiting; bulk {id} goes on: 'kontor bulk show {id}' shows it, 'kontor bulk stop {id}' begins no further machine.");
            throw;
        }
    }

    private static async Task<BulkResponse> WaitAsync(Invocation call, string id)
    {
        var said = "";
        while (true)
        {
            var bulk = await PatientLook.ReadAsync(call, () => call.Client.Bulk.GetAsync(id, call.Cancel), () => { });
            if (bulk.FinishedAt is not null)
            {
                return bulk;
            }

            var counts = CountsOf(bulk);
            if (counts != said)
            {
                call.Say(said = counts);
            }

            await Task.Delay(PatientLook.Pause, call.Surroundings.Clock, call.Cancel);
        }
    }

    private static int End(Invocation call, BulkResponse bulk)
    {
        call.Say(CountsOf(bulk));
        if (bulk.Counts.Failed == 0)
        {
            return bulk.Counts.Stopped == 0 ? ExitCode.Done : ExitCode.OperationCancelled;
        }

        call.Say($"kontor: {Cell.Number(bulk.Counts.Failed)} of {Cell.Number(bulk.Items.Count)} failed: 'kontor bulk retry {bulk.Id}' wishes anew for these.");
        return ExitCode.OperationFailed;
    }

    private static string CountsOf(BulkResponse bulk) =>
        $"{bulk.Action}: {Cell.Number(bulk.Counts.Succeeded)} done, {Cell.Number(bulk.Counts.Failed)} failed, {Cell.Number(bulk.Counts.Running)} under way, "
        + $"{Cell.Number(bulk.Counts.Waiting)} waiting, {Cell.Number(bulk.Counts.Stopped)} not begun";
}
