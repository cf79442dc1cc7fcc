using Kontor.Engine.Compute.ProviderSecrets;
using Kontor.Engine.Secrets;
using Kontor.Engine.Storage;

namespace Kontor.Engine.Compute.Terminate;

/// <summary>With a machine its secrets end: its links show nothing any more, and what stands at the provider is deleted at the next look.</summary>
public sealed class EndSecrets : ISubjectEnded
{
    public async Task EndAsync(UnitOfWork unit, EndedSubject ended)
    {
        if (ended.Resource is { } machine)
        {
            await OneTimeLinkStore.RevokeAsync(unit, machine.Id, ended.Actor);
        }

        await ProviderSecretStore.EndAsync(unit, ended.Subject.Id, ended.Generation, ended.Actor);
    }
}
