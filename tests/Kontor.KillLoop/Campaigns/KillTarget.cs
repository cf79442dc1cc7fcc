namespace Kontor.KillLoop.Campaigns;

/// <summary>Where, or when, a process is to die.</summary>
/// <param name="Name">The checkpoint at which it kills itself; killed from outside, only a name.</param>
/// <param name="Number">Which passing of the checkpoint, from 1.</param>
internal sealed record KillTarget(string Name, int Number = 1)
{
    /// <summary>Gets the call at the provider during which it is killed from outside; null when it is not.</summary>
    public ProvokedCall? Provoked { get; init; }

    /// <summary>Gets how long after its start it is killed from outside; null when it is not.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Gets the fact whose writing, or the call whose making, is cut short.</summary>
    public string Fact => Name.Split('/')[0];

    /// <summary>Gets whether the process is to do it itself.</summary>
    public bool IsCheckpoint => Provoked is null && After is null;

    /// <summary>A process killed at some moment, between any two instructions.</summary>
    public static KillTarget AnyMoment(TimeSpan after) => new("any moment") { After = after };

    public override string ToString() => Number == 1 ? Name : $"{Name}, time {Number}";
}

/// <summary>A call that the provider leaves without an answer.</summary>
internal sealed record ProvokedCall(string Operation, string Misbehaviour);
