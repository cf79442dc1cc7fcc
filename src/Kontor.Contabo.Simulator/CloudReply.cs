using Kontor.Contabo.Simulator.Faults;

namespace Kontor.Contabo.Simulator;

/// <summary>Whether and how an answer reaches the caller.</summary>
public enum CloudDelivery
{
    /// <summary>The answer arrives.</summary>
    Answer,

    /// <summary>Nothing ever arrives; the caller has to give up by itself.</summary>
    Silence,

    /// <summary>The connection dies.</summary>
    Reset,
}

/// <summary>The outcome of one request: how it is delivered, and what the answer is when it is delivered.</summary>
public sealed record CloudReply(CloudDelivery Delivery, CloudResponse? Response)
{
    /// <summary>The misbehaviour in it, if any.</summary>
    public Misbehaviour? Fault { get; init; }

    /// <summary>The operation called, "token", or null.</summary>
    public string? OperationId { get; init; }
}
