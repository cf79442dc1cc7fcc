using Kontor.Engine.Common;

namespace Kontor.Engine.Compute.Change;

/// <summary>What a look for an effect came to.</summary>
public sealed record ChangeEffect
{
    private ChangeEffect(EffectKind kind) => Kind = kind;

    /// <summary>Gets that the provider could not be asked, which proves nothing.</summary>
    public static ChangeEffect Unread { get; } = new(EffectKind.Unread);

    internal EffectKind Kind { get; }

    internal string? Text { get; private init; }

    internal Problem? Problem { get; private init; }

    /// <summary>Gets whether it is known to have been carried out, although its effect is not complete.</summary>
    internal bool Proven { get; private init; }

    /// <summary>Gets what was learned, to be kept; null for nothing.</summary>
    public object? Facts { get; init; }

    /// <summary>The effect is there.</summary>
    public static ChangeEffect Seen(string text) => new(EffectKind.Seen) { Text = text };

    /// <summary>The provider was asked, and the effect is not there yet.</summary>
    /// <param name="proven">Whether it is known to have been carried out all the same.</param>
    public static ChangeEffect NotYet(bool proven = false) => new(EffectKind.NotYet) { Proven = proven };

    /// <summary>It will not come to that.</summary>
    public static ChangeEffect Impossible(Problem why) => new(EffectKind.Impossible) { Text = why.Detail, Problem = why };

    /// <summary>It came to nothing, and something is to be sent after it.</summary>
    public static ChangeEffect Next(string text) => new(EffectKind.Next) { Text = text };
}

/// <summary>The kinds of an effect.</summary>
internal enum EffectKind
{
    Unread,
    Seen,
    NotYet,
    Impossible,
    Next,
}
