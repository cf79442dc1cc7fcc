namespace Kontor.Engine.Common;

/// <summary>Named places between two effects: each durable write and each boundary of a call to the provider.</summary>
/// <remarks>
/// In production nothing happens here. The fault simulation lists the places by a recording run, interleaves workers at
/// them and lets the process die at them. <see cref="Storage.Database"/> passes them for every write by itself.
/// </remarks>
public interface ICheckpoints
{
    /// <summary>Reached between two effects, outside any transaction: other workers may run here.</summary>
    ValueTask ReachedAsync(string name);

    /// <summary>Reached inside an open transaction: the process may die here, and no one else runs.</summary>
    void ReachedUncommitted(string name);
}
