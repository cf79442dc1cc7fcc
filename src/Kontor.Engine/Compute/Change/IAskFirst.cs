using Kontor.Engine.Common;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Compute.Change;

/// <summary>A kind of change whose wish is judged before it is accepted, also by what the provider says, so that whoever wishes is told at once.</summary>
public interface IAskFirst
{
    /// <summary>Judges a wish for a machine that the caller may see. It reads only, and what it lets through is judged again before it is sent.</summary>
    /// <param name="resource">The machine.</param>
    /// <param name="input">What exactly is asked.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Why not; null when it may be accepted.</returns>
    Task<Problem?> AskAsync(Resource resource, object? input, CancellationToken cancellationToken);
}
