using System.CommandLine;
using Kontor.Engine.Audit;
using Kontor.Engine.Recovery;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Audit;

/// <summary><c>audit verify|accept</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(Option<string?> settings)
    {
        var verify = new Command("verify", "Reads the whole audit trail and finds the first row that was tampered with.");
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), cancellationToken));
        var accept = new Command("accept", "Says that the database is the right one although it is not the one that ran here last.");
        accept.SetAction((parsed, cancellationToken) => AcceptAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), cancellationToken));
        return new Command("audit", "Checks the record of who did what.") { verify, accept };
    }

    private static async Task<int> VerifyAsync(SettingsSource source, CancellationToken cancellationToken)
    {
        var chain = await Workbench.UseAsync(
            source, async services => Print(await services.GetRequiredService<VerifyAuditHandler>().HandleAsync(cancellationToken)));
        return chain == ExitCodes.Done ? await CompareAsync(source, cancellationToken) : chain;
    }

    /// <summary>The chain alone cannot show that its end was cut off or that all of it was rewritten: the note beside the key can.</summary>
    private static Task<int> CompareAsync(SettingsSource source, CancellationToken cancellationToken) => KeyedWorkbench.UseAsync(
        source,
        async (services, settings) =>
        {
            var verdict = await services.GetRequiredService<CompareSignedHeadHandler>()
                .HandleAsync(new SignedHeadFile(settings.Secrets.KeyFile!), cancellationToken);
            if (!verdict.IsSound)
            {
                return Refusals.Say(ExitCodes.AuditBroken, verdict.Sentence);
            }

            Console.WriteLine(verdict.Sentence);
            return ExitCodes.Done;
        },
        cancellationToken);

    private static Task<int> AcceptAsync(SettingsSource source, CancellationToken cancellationToken) => KeyedWorkbench.UseAsync(
        source,
        async (services, settings) =>
        {
            var was = await services.GetRequiredService<AcceptDatabaseHandler>()
                .HandleAsync(new SignedHeadFile(settings.Secrets.KeyFile!), Workbench.Operator, cancellationToken);
            Console.WriteLine(was.IsSound ? "There was nothing to accept." : $"Accepted, though: {was.Sentence}");
            return ExitCodes.Done;
        },
        cancellationToken);

    private static int Print(AuditVerdict verdict)
    {
        if (verdict.Intact)
        {
            Console.WriteLine($"{verdict.Rows} rows, unbroken; the last hash is {verdict.Head}.");
            return ExitCodes.Done;
        }

        Console.Error.WriteLine($"Broken at row {verdict.FirstBroken}, after {verdict.Rows} sound rows: {verdict.Fault}");
        return ExitCodes.AuditBroken;
    }
}
