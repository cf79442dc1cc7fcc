using System.Net;
using System.Net.Sockets;

namespace Kontor.Server.Demo;

/// <summary>The first free port on loopback.</summary>
internal static class FreePort
{
    private const int Tries = 100;

    public static int From(int first)
    {
        for (var port = first; port < first + Tries; port++)
        {
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new DemoFailedException($"no port from {first} to {first + Tries - 1} is free on this machine");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
