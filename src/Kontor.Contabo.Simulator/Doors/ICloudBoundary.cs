namespace Kontor.Contabo.Simulator.Doors;

/// <summary>Points of a call at which a test may stop, delay or abandon it.</summary>
public enum CloudBoundary
{
    /// <summary>The request is on the wire; nothing was done yet.</summary>
    Sent,

    /// <summary>Whatever the request does is done; the answer is not delivered yet.</summary>
    Received,
}

/// <summary>Is told at each point, and the call goes on when it returns.</summary>
public interface ICloudBoundary
{
    /// <summary>Called on the caller's thread; nothing in the door moves to another one.</summary>
    ValueTask ReachedAsync(CloudBoundary point, HttpRequestMessage request, CancellationToken cancellationToken);
}
