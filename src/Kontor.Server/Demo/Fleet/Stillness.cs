using System.Diagnostics;

namespace Kontor.Server.Demo.Fleet;

/// <summary>Ends a run in which nothing happens any more.</summary>
internal sealed class Stillness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private long _seen = -1;
    private long _since;

    /// <summary>Takes a figure that grows while something happens.</summary>
    public void See(long figure)
    {
        if (figure != _seen)
        {
            (_seen, _since) = (figure, Stopwatch.GetTimestamp());
        }
        else if (Stopwatch.GetElapsedTime(_since) > Patience)
        {
            throw new DemoFailedException($"nothing has happened for {Patience.TotalSeconds:0} s");
        }
    }
}
