using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Change;

/// <summary>What a look before sending came to.</summary>
public sealed record ChangeLook
{
    private ChangeLook(LookKind kind, string? text, Problem? problem) => (Kind, Text, Problem) = (kind, text, problem);

    /// <summary>Gets that it can be sent.</summary>
    public static ChangeLook Ready { get; } = new(LookKind.Ready, null, null);

    internal LookKind Kind { get; }

    internal string? Text { get; }

    internal Problem? Problem { get; }

    /// <summary>The machine is as wished already: nothing is sent.</summary>
    public static ChangeLook AlreadySo(string text) => new(LookKind.AlreadySo, text, null);

    /// <summary>Not yet: it is looked at again later.</summary>
    public static ChangeLook Wait(Problem? why = null) => new(LookKind.Wait, null, why);

    /// <summary>It cannot be done, now or later.</summary>
    public static ChangeLook Impossible(Problem why) => new(LookKind.Impossible, why.Detail, why);
}

/// <summary>The kinds of a look.</summary>
internal enum LookKind
{
    Ready,
    AlreadySo,
    Wait,
    Impossible,
}
