using System.CommandLine;
using Kontor.Engine.Secrets;
using Kontor.Server.Host;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Secrets;

/// <summary><c>secrets rotate-key</c>.</summary>
internal static class SecretsCommand
{
    public static Command Create(Option<string?> settings)
    {
        var rotate = new Command("rotate-key", "Puts a new key in the place of the one that seals all secrets; a running server goes on.");
        rotate.SetAction((parsed, cancellationToken) => RotateAsync(SettingsSource.OfProcess(parsed.GetValue(settings)), cancellationToken));
        return new Command("secrets", "Looks after the key with which secrets are sealed.") { rotate };
    }

    private static Task<int> RotateAsync(SettingsSource source, CancellationToken cancellationToken) => KeyedWorkbench.UseAsync(
        source,
        async (services, _) =>
        {
            var ring = services.GetRequiredService<KeySlot>().Ring;
            var rotated = await services.GetRequiredService<RotateKeyHandler>().HandleAsync(ring, Workbench.Operator, cancellationToken);
            Console.WriteLine($"{ring.Path} holds {rotated.To} now; {rotated.DataKeys} data keys are wrapped with it. Copy the file to where you keep its copy.");
            Console.WriteLine($"{rotated.OldPath} holds {rotated.From}: delete it when no backup that was made before is needed any more.");
            return ExitCodes.Done;
        },
        cancellationToken);
}
