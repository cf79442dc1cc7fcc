using System.CommandLine;
using Kontor.Engine.Audit;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Audit;

/// <summary><c>audit verify</c>.</summary>
internal static class AuditCommand
{
    public static Command Create(Option<string?> settings)
    {
        var verify = new Command("verify", "Reads the whole audit trail and finds the first row that was tampered with.");
        verify.SetAction((parsed, cancellationToken) => Workbench.UseAsync(
            SettingsSource.OfProcess(parsed.GetValue(settings)),
            async services => Print(await services.GetRequiredService<VerifyAuditHandler>().HandleAsync(cancellationToken))));
        return new Command("audit", "Checks the record of who did what.") { verify };
    }

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
