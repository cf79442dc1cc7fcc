using Kontor.Engine.Inventory;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Compute.Change;

/// <summary>An operation, the machine it changes, and what was asked and learned on the way.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Resource">The machine.</param>
/// <param name="Wish">What was asked and learned; null when it needed no words.</param>
public sealed record ChangeScene(Operation Operation, Resource Resource, ChangeWish? Wish)
{
    /// <summary>What was asked.</summary>
    public T Input<T>() => Wish!.Read<T>();

    /// <summary>What was learned on the way; null when nothing was.</summary>
    public T? Facts<T>()
        where T : class => Wish?.Learned<T>();
}
