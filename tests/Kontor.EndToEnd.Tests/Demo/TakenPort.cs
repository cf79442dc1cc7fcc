using System.Net;
using System.Net.Sockets;

namespace Kontor.EndToEnd.Tests.Demo;

/// <summary>A port that somebody has, whoever it is.</summary>
internal sealed class TakenPort : IDisposable
{
    private readonly TcpListener? _listener;

    private TakenPort(TcpListener? listener) => _listener = listener;

    public static TakenPort Of(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new TakenPort(listener);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return new TakenPort(null);
        }
    }

    public void Dispose() => _listener?.Dispose();
}
