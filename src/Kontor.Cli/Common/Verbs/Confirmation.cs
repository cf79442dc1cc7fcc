namespace Kontor.Cli.Common.Verbs;

/// <summary>A person agrees to what something costs or destroys, before anything is sent.</summary>
internal static class Confirmation
{
    /// <summary>Shows the consequence, and asks unless the answer was given.</summary>
    /// <exception cref="CliException">Nobody said yes.</exception>
    public static async Task AskAsync(Invocation call, string consequence, bool yes)
    {
        call.Say(consequence);
        if (yes)
        {
            return;
        }

        if (!call.Surroundings.InputIsTerminal)
        {
            throw new CliException(ExitCode.NotConfirmed, "Nothing was sent: nobody can be asked here, so add --yes if that is wanted.");
        }

        await call.Surroundings.Errors.WriteAsync("Go ahead? [y/N] ");
        await call.Surroundings.Errors.FlushAsync(call.Cancel);
        var answer = await call.Surroundings.Input.Value.ReadLineAsync(call.Cancel);
        if (answer?.Trim() is not ("y" or "Y" or "yes" or "Yes"))
        {
            throw new CliException(ExitCode.NotConfirmed, "Nothing was sent.");
        }
    }
}
