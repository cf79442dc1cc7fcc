using Kontor.Engine.Storage;

namespace Kontor.Server.Host;

/// <summary>Holds the installation from the moment the database told it, which is after the parts were put together.</summary>
internal sealed class InstallationSlot
{
    private Installation? _installation;

    public Installation Installation
    {
        get => _installation ?? throw new InvalidOperationException("The host was not started: nobody asked the database which installation it is.");
        set => _installation = value;
    }
}
