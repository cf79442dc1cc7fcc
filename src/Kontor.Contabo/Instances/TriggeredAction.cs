namespace Kontor.Contabo.Instances;

/// <summary>The answer to an action: accepted, not finished. The proof of its effect is the state of the instance itself.</summary>
/// <remarks>Source: start, stop, restart, shutdown, rescue, resetPasswordAction.</remarks>
public sealed record TriggeredAction : ContaboResource
{
    /// <summary>Gets the number of the instance; always the one told.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets the action as Contabo names it; the description shows <c>start</c> as the example of every one, so nothing is made of it.</summary>
    public InstanceAction? Action { get; init; }
}
